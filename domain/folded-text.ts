import { partsOf } from './personal-data/mask-mark'
import { withoutPiles } from './piled-marks'

/**
 * The text as searches compare it: lower case, without Vietnamese diacritics, đ as d, blanks as one. `hòa` and `hoà`
 * become the same; Khmer vowels, which are no diacritics, stay. What is masked is left out.
 */
export const foldText = (text: string): string =>
  withoutPiles(
    partsOf(text)
      .map((part) => ('text' in part ? part.text : ' '))
      .join(''),
  )
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
