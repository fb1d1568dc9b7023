import type { Figures } from '@/domain/figure'

/** A table says nothing where nobody is in it, or where all are in one row: that is the total again. */
export function isTelling({ by, rows }: Figures): boolean {
  const filled = rows.filter((row) => row.status !== 'none')
  if (by === 'reason' || by === 'fact') return filled.length > 0
  if (by === 'desk') return filled.some((row) => !row.key.endsWith('unknown'))
  return filled.length > 0 && rows.length > 1
}
