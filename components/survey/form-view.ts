import type { UseFormRegister } from 'react-hook-form'
import type { FormFields } from '@/domain/form-fields'
import type { Locale } from '@/domain/survey'
import type { Words } from './words'

export type FormValues = {
  answers: Record<string, string | readonly string[] | false | null | undefined>
}

/** What every field of the form is drawn with. */
export type FormView = Readonly<{
  /** Interface words in the chosen language. */
  words: Words
  /** Words of the scale, in the language of the questions. */
  scale: Words['scale']
  /** Language of the questions; Vietnamese where the survey lacks the chosen one. */
  textLocale: Locale
  /** `lang` for the questions where it differs from the page's, else undefined. */
  textLang: Locale | undefined
  register: UseFormRegister<FormValues>
  /** What is in the form now, by question id. */
  fields: Readonly<Record<string, unknown>>
  /** What was typed before, for inputs of a page drawn by the server. */
  kept: FormFields
}>

/** The id of a question's first input: where the error summary leads. */
export const firstInputId = (questionId: string) => `q-${questionId}`

/** Whether an option was ticked in what was kept. */
export const wasChosen = (kept: FormFields, questionId: string, option: string) =>
  [kept[questionId]].flat().includes(option)
