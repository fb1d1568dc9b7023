'use client'

import type { Channel } from '@/domain/door'
import type { FormFields } from '@/domain/form-fields'
import type { ParsedAnswers } from '@/domain/response'
import type { Locale, SurveyVersion } from '@/domain/survey'
import type { FormProblem, Words } from './words'

/** What a form without JavaScript held when it came back with problems, or in another language. */
export type KeptForm = Readonly<{
  id: string
  startedAt: number
  fields: FormFields
  problems: readonly FormProblem[]
}>

export type FormProps = Readonly<{
  door: string
  channel: Channel
  version: SurveyVersion
  place: string
  /** How long comments are kept. */
  months: number
  words: Words
  locale: Locale
  textLocale: Locale
  textWords: Words
  kept: KeptForm
  /** True once the page is alive in the browser: from then on conditions work by themselves. */
  isAlive: boolean
  /** Resolves to a notice when nothing was stored; the form then stays as it is. */
  onAnswers: (answers: ParsedAnswers) => Promise<Unstored | undefined>
  onProblems: (problems: readonly FormProblem[]) => void
}>

export type Unstored = Readonly<{ title: string; text: string }>
