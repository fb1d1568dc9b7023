import type { Figures } from '@/domain/figure'
import { monthOf, type Period } from '@/domain/period'
import type { View } from '@/domain/rates-filter'
import type { Part } from './parts'

/** The page of a part of the report, or the overview. */
export const pathOf = (part: Part | null): string => (part ? `/dashboard/by/${part}` : '/dashboard')

/** What an address says of the figures that are shown. */
export type Shown = Pick<View, 'unit' | 'survey' | 'from' | 'to'>

export const queryOf = ({ unit, survey, from, to }: Shown): URLSearchParams =>
  new URLSearchParams({ unit, survey, from, to })

export const addressOf = (path: string, view: Shown): string => `${path}?${queryOf(view)}`

/** The same period rounded to whole months, which the form can name. */
export function monthsAddress(path: string, { unit, survey }: Shown, { from, to }: Period): string {
  const months = { period: 'range', start: monthOf(from), end: monthOf(to) }
  return `${path}?${new URLSearchParams({ unit, survey, ...months })}`
}

/** Where a table stands on its page. */
export const anchorOf = (by: Figures['by']): string => `by-${by}`
