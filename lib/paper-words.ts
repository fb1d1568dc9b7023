import paper from '@/messages/paper.json'
import { lookUp } from './i18n'
import { fill, type Params } from './words'

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`
}[keyof T & string]

/** A dotted path in messages/paper.json, checked by the compiler. */
export type PaperKey = Paths<typeof paper>

/**
 * The words of the report as an official paper and of the files made of it. They are Vietnamese whatever language the
 * interface has: the paper goes to Vietnamese authorities in the wording of their rules.
 */
export const paperWord = (key: PaperKey, params?: Params): string =>
  fill(lookUp(paper, key) ?? key, params)
