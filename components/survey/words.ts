import type { Problem } from '@/domain/problem'
import type { Locale } from '@/domain/survey'
import type { Messages } from '@/lib/i18n'

/** The branches of the messages that the citizen's form needs. */
export type Words = Pick<Messages, 'app' | 'scale' | 'language' | 'citizen' | 'thanks'>

/** Words of every language the page can switch to. */
export type WordsByLocale = Readonly<Partial<Record<Locale, Words>> & { vi: Words }>

/** A problem of one question (`field`), or of the form as a whole. */
export type FormProblem = Pick<Problem, 'code' | 'field'>
