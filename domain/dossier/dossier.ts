/** The columns of Biểu số 06/VPCP/KSTT (Thông tư 01/2020), and "in time" for sources that do not part it. */
export const dossierParts = [
  'received',
  'receivedOnline',
  'receivedDirect',
  'receivedCarried',
  'resolved',
  'resolvedBefore',
  'resolvedOnTime',
  'resolvedInTime',
  'resolvedLate',
  'inProgress',
  'inProgressInTime',
  'inProgressOverdue',
] as const

export type DossierPart = (typeof dossierParts)[number]

/** Whole numbers of dossiers; null where the source does not say. */
export type DossierCounts = Readonly<Record<DossierPart, number | null>>

export type DossierProblem =
  | 'not-a-count'
  | 'received-by-way'
  | 'received-by-state'
  | 'resolved-in-time'
  | 'resolved-by-time'
  | 'resolved-by-three'
  | 'in-progress-by-time'

/** A table with this in each of its columns. */
export const mapParts = (countIn: (part: DossierPart) => number | null): DossierCounts =>
  Object.fromEntries(dossierParts.map((part) => [part, countIn(part)])) as DossierCounts

export const noDossierCounts = mapParts(() => null)
