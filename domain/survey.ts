import type { Channel } from './door'

/** Languages of the interface and of survey texts; Vietnamese is the reference. */
export const locales = ['vi', 'en', 'km'] as const
export type Locale = (typeof locales)[number]

/** A text of a survey. Vietnamese always exists; the others only where someone wrote them. */
export type Text = Readonly<{ vi: string; en?: string; km?: string }>

export type FactorId = 'I' | 'II' | 'III' | 'IV' | 'V'

/** What a question is for: decides where its figures are shown. */
type QuestionRole =
  | 'overall'
  | 'criterion'
  | 'reason'
  | 'fact'
  | 'screener'
  | 'wish'
  | 'demographic'
  | 'comment'

/** The question is asked only of people who chose one of `options` in question `question`. */
export type Condition = Readonly<{ question: string; options: readonly string[] }>

export type Option = Readonly<{
  id: string
  text: Text
  factor?: FactorId
  /** For a question with `mapsTo`: the touchpoint or the field code this choice stands for. */
  value?: string
}>

type QuestionBase = Readonly<{
  id: string
  /** Figures of two versions are pooled only where this key is the same. */
  seriesKey: string
  role: QuestionRole
  text: Text
  hint?: Text
  required?: true
  factor?: FactorId
  /** Heading under which the form shows the question; an id of `sections`. */
  section?: string
  showIf?: Condition
  /** Channels in which the question is asked; everywhere when absent. */
  channels?: readonly Channel[]
}>

export type ScaleQuestion = QuestionBase & Readonly<{ type: 'scale5'; notApplicable?: Text }>
export type SingleQuestion = QuestionBase &
  Readonly<{ type: 'single'; options: readonly Option[]; mapsTo?: 'touchpoint' | 'field' }>
export type MultiQuestion = QuestionBase &
  Readonly<{
    type: 'multi'
    options: readonly Option[]
    max: number
    /** Heading that adapts to the overall level; options and effort stay the same. */
    textByLevel?: readonly Readonly<{ levels: readonly number[]; text: Text }>[]
  }>
export type TextQuestion = QuestionBase & Readonly<{ type: 'text'; maxLength: number }>
export type Question = ScaleQuestion | SingleQuestion | MultiQuestion | TextQuestion

export type Section = Readonly<{ id: string; title: Text; factor?: FactorId }>

/** What a published version holds. Immutable: a change is a new version. */
export type SurveyDefinition = Readonly<{
  code: string
  title: Text
  intro?: Text
  thanks?: Text
  /** A note printed with every figure of this survey. */
  printedNote?: Text
  /** Languages whose texts are drafts still to be checked by a bilingual official. */
  draftLocales?: readonly Locale[]
  idleResetSeconds?: number
  thanksSeconds?: number
  factors: readonly Readonly<{ id: FactorId; text: Text }>[]
  sections: readonly Section[]
  questions: readonly Question[]
}>

export type SurveyVersion = Readonly<{
  /** Public id, `{code}@{number}`, e.g. `kiosk-1@1`. */
  id: string
  number: number
  definition: SurveyDefinition
}>

/** The questions that a channel puts, before any condition. */
export const questionsFor = (definition: SurveyDefinition, channel: Channel): Question[] =>
  definition.questions.filter((question) => question.channels?.includes(channel) ?? true)

/** The languages in which a citizen finds every text of this version; only these are offered. */
export function completeLocales(definition: SurveyDefinition): Locale[] {
  const texts = [
    definition.title,
    definition.intro,
    definition.thanks,
    ...definition.sections.map((section) => section.title),
    ...definition.questions.flatMap(textsOf),
  ]
  return locales.filter((locale) => texts.every((text) => !text || text[locale]))
}

function textsOf(question: Question): (Text | undefined)[] {
  const own = [question.text, question.hint]
  if (question.type === 'scale5') return [...own, question.notApplicable]
  if (question.type === 'text') return own
  const options = question.options.map((option) => option.text)
  const headings = question.type === 'multi' ? (question.textByLevel ?? []) : []
  return [...own, ...options, ...headings.map((heading) => heading.text)]
}
