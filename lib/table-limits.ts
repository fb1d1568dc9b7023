/** What lies further to the right is no part of a table that is brought in. */
export const mostColumns = 200

/** More than any name or number has; what is longer is refused as too long or not known by its beginning. */
const longestCell = 200

/** The beginning of a cell that no table has: words of megabytes take others' time wherever they are looked at. */
export const shorten = (text: string): string =>
  text.length > longestCell ? text.slice(0, longestCell).trim() : text

/** Adds to a cell as much as it may have. */
export const lengthen = (text: string, more: string): string =>
  text.length >= longestCell ? text : text + more.slice(0, longestCell - text.length)
