import { z } from 'zod'
import type { TypedTable } from '@/domain/dossier/form'
import type { Period } from '@/domain/period'
import type { Problem } from '@/domain/problem'

const problem = z.object({
  row: z.string(),
  problem: z
    .object({
      code: z.string(),
      field: z.string().default(''),
      params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    })
    .transform((problem): Problem => problem),
})

const shape = z.object({
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.string(),
  reason: z.string(),
  typed: z.record(z.string(), z.string()),
  problems: z.array(problem),
})

/** What was typed into the table and why it was not stored. `row` is a field's code, `*` for all, '' for the whole. */
export type KeptTable = z.infer<typeof shape> & Readonly<{ typed: TypedTable }>

/** The draft, where it is of this very table. */
export function readKeptTable(
  draft: unknown,
  unit: string,
  { from, to }: Period,
): KeptTable | null {
  const parsed = shape.safeParse(draft)
  if (!parsed.success) return null
  const kept = parsed.data
  return kept.unit === unit && kept.from === from && kept.to === to ? kept : null
}
