import { queryOf, type Shown } from '../addresses'

/** Where the closed periods are listed. */
export const list = '/dashboard/closings'

export const closingHref = (number: string): string => `${list}/${encodeURIComponent(number)}`

/** The paper of a closing. */
export const paperHref = (number: string): string =>
  `/dashboard/report?${new URLSearchParams({ closing: number })}`

/** The same as a Word file. */
export const wordHref = (number: string): string =>
  `/dashboard/export/report.docx?${new URLSearchParams({ closing: number })}`

/** Where somebody is asked whether to close what they look at. */
export const newHref = (view: Shown): string => `${list}/new?${queryOf(view)}`
