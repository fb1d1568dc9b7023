import type { By } from '@/domain/figure'

export type Breakdown = Exclude<By, 'total'>

/** The pages beside the overview, and what each of them breaks the figures down by. */
export const parts = {
  units: ['unit', 'desk'],
  months: ['month'],
  questions: ['factor', 'question'],
  reasons: ['reason', 'fact'],
  services: ['field', 'touchpoint', 'channel'],
} as const satisfies Record<string, readonly Breakdown[]>

export type Part = keyof typeof parts

export const partNames = Object.keys(parts) as Part[]

/** The page that has a breakdown. */
export const partWith = (by: Breakdown): Part =>
  partNames.find((part) => (parts[part] as readonly Breakdown[]).includes(by)) ?? 'units'
