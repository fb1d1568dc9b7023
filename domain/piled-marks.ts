/** No language puts as many marks on one letter; Unicode's stream-safe format allows so many. */
const mostMarks = 30

/**
 * The text with no more than thirty marks on one letter. For whatever comes in without a limit, before it is normalised:
 * that takes time with the square of the marks on a letter, minutes for a file of them, and nobody else is answered.
 */
export const withoutPiles = (text: string): string => text.replace(pile, '$1')

const pile = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')
