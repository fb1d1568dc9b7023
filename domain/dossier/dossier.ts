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

export const noDossierCounts: DossierCounts = {
  received: null,
  receivedOnline: null,
  receivedDirect: null,
  receivedCarried: null,
  resolved: null,
  resolvedBefore: null,
  resolvedOnTime: null,
  resolvedInTime: null,
  resolvedLate: null,
  inProgress: null,
  inProgressInTime: null,
  inProgressOverdue: null,
}
