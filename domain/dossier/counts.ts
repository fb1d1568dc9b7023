import { type Result, refused } from '../problem'
import { type DossierCounts, type DossierProblem, dossierParts } from './dossier'
import { type DossierFinding, fillIn, identities, violation } from './identities'

/**
 * Checks every identity whose parts are known and fills in the parts that identities determine.
 * Each violated identity is a problem of its own, with both sides as `whole` and `sum`.
 */
export function parseDossierCounts(given: DossierCounts): Result<DossierCounts, DossierProblem> {
  const wrong = dossierParts.filter((part) => !isCount(given[part]))
  if (wrong.length > 0) {
    return refused(...wrong.map((field) => ({ code: 'not-a-count', field }) as const))
  }
  const counts = { ...given }
  while (identities.some((identity) => fillIn(counts, identity)));
  const problems = identities.flatMap((identity) => violation(counts, identity))
  const negative = dossierParts.some((part) => (counts[part] ?? 0) < 0)
  if (problems.length > 0 || negative)
    return { ok: false, problems: withNegatives(counts, problems) }
  return { ok: true, value: counts }
}

function isCount(value: number | null): boolean {
  return value === null || (Number.isSafeInteger(value) && value >= 0)
}

/** A part that came out negative was determined by an identity whose known parts exceed its whole. */
function withNegatives(counts: DossierCounts, problems: DossierFinding[]): DossierFinding[] {
  const found = identities.flatMap(({ code, whole, parts }): DossierFinding[] => {
    const negative = parts.find((part) => (counts[part] ?? 0) < 0)
    const total = counts[whole]
    if (negative === undefined || total === null) return []
    if (parts.some((part) => counts[part] === null)) return []
    const sum = total - (counts[negative] ?? 0)
    return [{ code, field: whole, params: { whole: total, sum } }]
  })
  return [...problems, ...found]
}
