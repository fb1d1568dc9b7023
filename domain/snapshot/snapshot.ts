import { formulaVersion } from '../figure'
import type { Period } from '../period'
import type { Report } from '../report'

/** The form in which `SnapshotContent` is stored. A new one is a new number; old ones stay readable. */
export const snapshotFormat = 1

/** What the formulas of the stored figures are called. */
export type Formula = Readonly<{ name: string; version: string }>

/** Figures of a period as they stood when it was closed (chốt số liệu), and what they were made of. */
export type SnapshotContent = Readonly<{
  snapshotFormat: typeof snapshotFormat
  number: string
  unit: Readonly<{ id: number; code: string; name: string }>
  survey: Readonly<{ code: string; title: string }>
  period: Period
  formula: Formula
  /** The instant of closing, ISO 8601 in UTC. */
  closedAt: string
  closedBy: Readonly<{ id: number; name: string }>
  note: string
  /** The newest earlier snapshot of the same unit, survey and period. */
  follows: string | null
  basis: Basis
  /** From the highest unit down; people whose reach begins at one of `roots` see that report (decision 012). */
  reports: readonly Readonly<{ roots: readonly number[]; report: Report }>[]
}>

/**
 * What the figures were made of, named one by one, so that they can be made again from the rows themselves whatever
 * came later: everything else is judged by its key, nothing by a clock.
 */
export type Basis = Readonly<{
  /** Responses up to this order of arrival were in, but for `invalid`. */
  lastSeq: number
  /** Valid responses of unit, survey and period, whatever they answered. Never shown. */
  responses: number
  /** `seq` of the responses of the period that were invalidated then. */
  invalid: readonly number[]
  tallySheets: readonly number[]
  /** The same for the two periods that the report sets beside it. */
  beside: Readonly<{ invalid: readonly number[]; tallySheets: readonly number[] }>
  dossierStats: readonly number[]
  /** The unit and everything under it. */
  units: readonly Readonly<{ id: number; code: string; parentId: number | null }>[]
}>

/** The formula a report was made with. Those from before it was written down were made with the first version. */
export function formulaOf({ total }: Report): Formula {
  const [, version = '1'] = total.formulaVersion?.split('/') ?? []
  return { name: total.formula, version }
}

/** The one formula this version of the app makes figures with. */
export function isOwnFormula({ name, version }: Formula): boolean {
  return `${name}/${version}` === formulaVersion
}

/** `CHOT-{unit}-{year}-{001…}`: counted per unit and year of closing, without gaps. */
export const snapshotNumber = (unitCode: string, year: number, serial: number): string =>
  `CHOT-${unitCode}-${year}-${String(serial).padStart(3, '0')}`

/** What paper carries of a checksum. */
export const shortChecksum = (checksum: string): string => checksum.slice(0, 12)

/** The longest note; about three sentences. */
export const longestNote = 500

/** The report for people whose reach begins at this unit; for an unknown one that of the highest, which hides most. */
export function reportFor({ reports }: Pick<SnapshotContent, 'reports'>, root: number): Report {
  const found = reports.find(({ roots }) => roots.includes(root)) ?? reports[0]
  if (!found) throw new Error('a snapshot without figures')
  return found.report
}

/** A period that was closed before its last day was over. */
export const wasRunning = ({ period }: Pick<SnapshotContent, 'period'>, closedOn: string) =>
  closedOn <= period.to
