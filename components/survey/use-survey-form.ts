'use client'

import { useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { type FormFields, readFields } from '@/domain/form-fields'
import type { ParsedAnswers } from '@/domain/response'
import type { SurveyDefinition } from '@/domain/survey'
import type { FormProps } from './form-props'
import { makeResolver } from './form-resolver'
import type { FormValues } from './form-view'
import { formId } from './survey-parts'

/** The form with the one parser of answers; it begins with what was tapped or kept. */
export function useSurveyForm({ version, channel, kept }: FormProps) {
  const resolver = useMemo(() => makeResolver(version.definition, channel), [version, channel])
  const [answers] = useState(() => presentAnswers(version.definition, kept.fields))
  return useForm<FormValues, unknown, ParsedAnswers>({
    resolver,
    defaultValues: { answers },
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
}

// What was tapped before the page came alive stands in the document; it would be lost otherwise.
function presentAnswers(definition: SurveyDefinition, kept: FormFields): FormValues['answers'] {
  const form = typeof document === 'undefined' ? null : document.forms.namedItem(formId)
  const present = form ? readFields(new FormData(form)) : kept
  const lists = definition.questions
    .filter(({ type }) => type === 'multi')
    .map(({ id }) => [id, [present[id] ?? []].flat()])
  return { ...present, ...Object.fromEntries(lists) }
}
