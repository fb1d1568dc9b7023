import { basename } from 'node:path'
import { z } from 'zod'
import type { DossierColumn } from '@/domain/dossier/columns'
import { dossierParts } from '@/domain/dossier/dossier'
import type { RowSource } from '@/domain/dossier/row-source'
import { fail } from './stop'

const count = z.number().nullish()
const parts = Object.fromEntries(dossierParts.map((part) => [part, count]))

const entry = z.strictObject({
  ...parts,
  unit: z.string(),
  code: z.string(),
  level: z.string(),
  parent: z.string().nullish(),
  field: z.string().nullish(),
})

const shape = z.object({
  source: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  dossiers: z.array(entry).min(1),
})

/** One period, an entry per unit; `row` counts the entries. What else the file says of its publication is left alone. */
export function readDossierJson(
  file: string,
  text: string,
): { source: string; sources: RowSource[] } {
  const parsed = shape.safeParse(parseJson(file, text))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const at = issue?.path.join('.') || 'the file'
    fail(`${basename(file)}: ${at}: ${issue?.message ?? 'wrong'}. Nothing was imported.`)
  }
  const { source, period, dossiers } = parsed.data
  const sources = dossiers.map((one, index): RowSource => {
    const { unit: name, code, level, parent, field, ...counts } = one
    const cells = { ...mergeOnTime(counts), name, code, level, parent, field, ...period }
    const byColumn = new Map(Object.entries(cells))
    const cell = (column: DossierColumn) => byColumn.get(column) ?? null
    return { row: index + 1, cell, needsField: false }
  })
  return { source, sources }
}

type Counts = Readonly<Record<string, number | null | undefined>>

/** Where "before time" is not told apart, the published "on time" holds both. */
function mergeOnTime(counts: Counts): Counts {
  const { resolvedBefore, resolvedOnTime, ...others } = counts
  if (resolvedBefore != null || counts.resolvedInTime != null) return counts
  return { ...others, resolvedInTime: resolvedOnTime }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    fail(`${basename(file)} is not valid JSON: ${reason}. Nothing was imported.`)
  }
}
