import 'server-only'
import type { Scope } from '@/domain/access'
import { canonicalJson } from '@/domain/canonical-json'
import { countOrFew } from '@/domain/disclosure'
import type { Report } from '@/domain/report'
import { compareReports, type ReportChange } from '@/domain/snapshot/change'
import { type Basis, formulaOf, type SnapshotContent } from '@/domain/snapshot/snapshot'
import { readReport } from '../rates/report'
import { listVersions } from '../surveys/surveys'
import { readBasis } from './basis'
import { closingLocale } from './closing-figures'
import type { Snapshot } from './list'

/** What came, went or was corrected in the rows since a period was closed; null counts must stay hidden. */
export type Since = Readonly<{
  late: number | 'few' | null
  invalidated: number | 'few' | null
  restored: number | 'few' | null
  hasOtherSheets: boolean
  hasOtherDossiers: boolean
  change: ReportChange
  today: Report
}>

/** Whether anything that the figures were made of has changed since. Cheap: no report is read. */
export async function hasChangedSince({ held }: Snapshot): Promise<boolean> {
  if (!held) return false
  const { basis } = held.content
  return ownOf(basis) !== ownOf(await readBasisAgain(held.content))
}

/** What the period itself was made of, without what stands beside it for comparison. */
const ownOf = ({ responses, invalid, tallySheets, dossierStats }: Basis) =>
  canonicalJson({ responses, invalid, tallySheets, dossierStats })

/** What has changed since, and today's figures of the same unit, survey and period. Null where they are gone. */
export async function readSince(
  scope: Scope,
  { content, report }: NonNullable<Snapshot['held']>,
  now: number,
): Promise<Since | null> {
  const view = { unit: content.unit.code, survey: content.survey.code, ...content.period }
  const today = await readReport(scope, { ...view, locale: closingLocale }, now)
  if (!today.ok) return null
  const { basis } = content
  const basisNow = await readBasisAgain(content)
  const isHidden = [report, today.value].some(({ total }) => total.total.status === 'suppressed')
  return {
    ...countMoves(basis, basisNow, isHidden),
    hasOtherSheets: String(basis.tallySheets) !== String(basisNow.tallySheets),
    hasOtherDossiers: String(basis.dossierStats) !== String(basisNow.dossierStats),
    change: compareReports(
      { report, formula: content.formula },
      { report: today.value, formula: formulaOf(today.value) },
    ),
    today: today.value,
  }
}

/** The same ground as then: units that were moved or added since are not what was closed. */
async function readBasisAgain({ survey, period, basis }: SnapshotContent): Promise<Basis> {
  const versionIds = (await listVersions(survey.code)).map(({ rowId }) => rowId)
  return readBasis({ versionIds, period, units: basis.units })
}

/** Late answers that were invalidated since count as neither: they never were in any figure that stands. */
function countMoves(before: Basis, after: Basis, isHidden: boolean) {
  if (isHidden) return { late: null, invalidated: null, restored: null }
  const [was, is] = [new Set(before.invalid), new Set(after.invalid)]
  const invalidated = after.invalid.filter((seq) => seq <= before.lastSeq && !was.has(seq)).length
  const restored = before.invalid.filter((seq) => !is.has(seq)).length
  const late = after.responses - before.responses + invalidated - restored
  return {
    late: countOrFew(late),
    invalidated: countOrFew(invalidated),
    restored: countOrFew(restored),
  }
}
