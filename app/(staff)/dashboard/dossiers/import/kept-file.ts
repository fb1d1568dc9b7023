import type { StatRow } from '@/db/dossiers/rows'
import type { Problem } from '@/domain/problem'

export const mostFindings = 100

/** What was read out of a file, kept for its preview. Only this app writes it. */
export type KeptFile = Readonly<{
  file: string
  rows: readonly (StatRow & Readonly<{ row: number }>)[]
  /** Rows without any number. */
  skipped: number
  /** The first of what is wrong; `row` 0 is the file. */
  findings: readonly Readonly<{ row: number; problem: Problem }>[]
  problems: number
}>
