import type { Problem } from '../problem'
import type { DossierCounts, DossierPart, DossierProblem } from './dossier'

type Identity = Readonly<{
  code: DossierProblem
  whole: DossierPart
  parts: readonly DossierPart[]
}>

/** The sums that the numbers of dossiers make up. */
export const identities: readonly Identity[] = [
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

/** Gives the one unknown of an identity its value; true where it did. */
export function fillIn(
  counts: Record<DossierPart, number | null>,
  { whole, parts }: Identity,
): boolean {
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

/** What is wrong with a sum, if anything. */
export function violation(
  counts: DossierCounts,
  { code, whole, parts }: Identity,
): DossierFinding[] {
  const total = counts[whole]
  const values = parts.map((part) => counts[part])
  if (total === null || values.includes(null)) return []
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0)
  return sum === total ? [] : [{ code, field: whole, params: { whole: total, sum } }]
}

export type DossierFinding = Problem<DossierProblem>
