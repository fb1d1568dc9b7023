import { ok, type Problem, type Result } from '../problem'
import { type Cell, type CountProblem, readDossierCount } from './cell'
import { parseDossierCounts } from './counts'
import {
  type DossierCounts,
  type DossierPart,
  type DossierProblem,
  dossierParts,
  noDossierCounts,
} from './dossier'

export type DossierRowProblem = DossierProblem | CountProblem

/**
 * The counts of one row as typed, checked and with what identities determine filled in; null where nothing was typed.
 * `field` of a problem is the column.
 */
export function parseDossierRow(
  cell: (part: DossierPart) => Cell,
): Result<DossierCounts | null, DossierRowProblem> {
  const problems: Problem<DossierRowProblem>[] = []
  const counts: Record<DossierPart, number | null> = { ...noDossierCounts }
  for (const part of dossierParts) {
    const read = readDossierCount(cell(part))
    if (read === null || typeof read === 'number') counts[part] = read
    else problems.push({ ...read, field: part })
  }
  if (problems.length > 0) return { ok: false, problems }
  if (dossierParts.every((part) => counts[part] === null)) return ok(null)
  const parsed = parseDossierCounts(counts)
  if (parsed.ok) return parsed
  // The same slip once more: "in time" was only worked out from the two parts that are named already.
  const isNamed = parsed.problems.some(({ code }) => code === 'resolved-by-three')
  return {
    ok: false,
    problems: parsed.problems.filter(({ code }) => !isNamed || code !== 'resolved-by-time'),
  }
}

/** Whether two rows say the same. */
export const isSameCounts = (a: DossierCounts, b: DossierCounts): boolean =>
  dossierParts.every((part) => a[part] === b[part])
