import { Beside } from '@/components/report/beside'
import { Headline } from '@/components/report/headline'
import { InTurn } from '@/components/report/in-turn'
import { LeftOut } from '@/components/report/left-out'
import { readReport } from '@/db/rates/report'
import { listUncoveredMonths } from '@/db/rates/uncovered'
import { ClosingOffer } from './closing-offer'
import type { Asked } from './dashboard'
import { DossierEssentials } from './dossier-section'
import { Essentials } from './essentials'
import { NothingToSee } from './nothing-to-see'
import { ReportHead } from './report-head'

/** The rate of one unit, survey and period, what it rests on, and first of all what pulls it down. */
export async function Overview(asked: Asked) {
  const { scope, view, now, t } = asked
  const read = await readReport(scope, view, now)
  // The gate has looked unit, survey and period up already.
  if (!read.ok) throw new Error('the filter was not checked')
  const report = read.value
  const { total: figures, dossiers } = report
  const { status } = figures.total
  const isShown = status === 'ok' || status === 'reference'
  const isUncovered = isShown && figures.coverage.status === 'no-statistics'
  const uncovered = isUncovered ? await listUncoveredMonths(scope, view) : []
  return (
    <>
      <ReportHead asked={asked} figures={figures} part={null} />
      <InTurn>
        <Headline figures={figures} t={t} />
        <NothingToSee asked={asked} figures={figures} path="/dashboard" />
        {isShown && <Beside report={report} uncovered={uncovered} t={t} />}
      </InTurn>
      <InTurn>
        <Essentials report={report} view={view} t={t} />
      </InTurn>
      <DossierEssentials table={dossiers} view={view} t={t} />
      <LeftOut of={[figures, ...report.breakdowns]} t={t} />
      <ClosingOffer scope={scope} view={view} t={t} isEmpty={status === 'none'} />
    </>
  )
}
