import { basename } from 'node:path'
import { z } from 'zod'
import { dossierParts } from '@/domain/dossier'
import type { RawLine } from './dossier-line'
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

/** One period, an entry per unit. What else the file says of its publication is left alone. */
export function readDossierJson(file: string, text: string): { source: string; raw: RawLine[] } {
  const parsed = shape.safeParse(parseJson(file, text))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const at = issue?.path.join('.') || 'the file'
    fail(`${basename(file)}: ${at}: ${issue?.message ?? 'wrong'}. Nothing was imported.`)
  }
  const { source, period, dossiers } = parsed.data
  const raw = dossiers.map((one, index): RawLine => {
    const names = { name: one.unit, code: one.code, level: one.level }
    const optional = { parent: one.parent, field: one.field }
    const cells: Record<string, unknown> = { ...countsOf(one), ...names, ...optional, ...period }
    return { at: `Entry ${index + 1} (${one.code})`, cell: (name) => asCell(cells[name]) }
  })
  return { source, raw }
}

/** Where "before time" is not told apart, the published "on time" holds both. */
function countsOf(one: Record<string, unknown>): Record<string, unknown> {
  const { resolvedBefore, resolvedOnTime, ...others } = one
  if (resolvedBefore == null && one.resolvedInTime == null) {
    return { ...others, resolvedInTime: resolvedOnTime }
  }
  return one
}

const asCell = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : String(value).trim()

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    fail(`${basename(file)} is not valid JSON: ${reason}. Nothing was imported.`)
  }
}
