import { type DossierCounts, type DossierPart, type DossierProblem, dossierParts } from './dossier'
import { type Problem, type Result, refused } from './problem'

type Identity = Readonly<{
  code: DossierProblem
  whole: DossierPart
  parts: readonly DossierPart[]
}>

const identities: readonly Identity[] = [
  {
    code: 'received-by-way',
    whole: 'received',
    parts: ['receivedOnline', 'receivedDirect', 'receivedCarried'],
  },
  { code: 'received-by-state', whole: 'received', parts: ['resolved', 'inProgress'] },
  {
    code: 'resolved-by-three',
    whole: 'resolved',
    parts: ['resolvedBefore', 'resolvedOnTime', 'resolvedLate'],
  },
  {
    code: 'resolved-in-time',
    whole: 'resolvedInTime',
    parts: ['resolvedBefore', 'resolvedOnTime'],
  },
  { code: 'resolved-by-time', whole: 'resolved', parts: ['resolvedInTime', 'resolvedLate'] },
  {
    code: 'in-progress-by-time',
    whole: 'inProgress',
    parts: ['inProgressInTime', 'inProgressOverdue'],
  },
]

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

/** Gives the one unknown of an identity its value; true where it did. */
function fillIn(counts: Record<DossierPart, number | null>, { whole, parts }: Identity): boolean {
  const unknown = parts.filter((part) => counts[part] === null)
  const known = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0)
  const total = counts[whole]
  const [only, second] = unknown
  if (total === null && only === undefined) {
    counts[whole] = known
    return true
  }
  if (total === null || only === undefined || second !== undefined) return false
  counts[only] = total - known
  return true
}

function violation(counts: DossierCounts, { code, whole, parts }: Identity): DossierFinding[] {
  const total = counts[whole]
  const values = parts.map((part) => counts[part])
  if (total === null || values.includes(null)) return []
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0)
  return sum === total ? [] : [{ code, field: whole, params: { whole: total, sum } }]
}

type DossierFinding = Problem<DossierProblem>

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
