import { withoutPiles } from './piled-marks'

// They turn the direction of all that follows: of a name in the middle of a sentence the rest of the sentence too.
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * A name, or another text of one line, as it is kept wherever one comes in: NFC, blanks as one, none at the ends, without
 * signs that turn the direction; empty when nothing of it can be seen. Control signs are blanks; the database reads a text
 * only up to a NUL, so that it would never be the same again.
 */
export function tidy(text: string): string {
  const tidied = withoutPiles(text)
    .normalize('NFC')
    .replaceAll(turning, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return visible.test(tidied) ? tidied : ''
}
