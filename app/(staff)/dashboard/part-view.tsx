import { LeftOut } from '@/components/report/left-out'
import { TotalLine } from '@/components/report/total-line'
import { Notice } from '@/components/ui/notice'
import { getDossierTable } from '@/db/dossiers/table'
import { listFigures, readRates } from '@/db/rates/figures'
import { pathOf } from './addresses'
import { BreakdownSection } from './breakdowns'
import type { Asked } from './dashboard'
import { DossierSection } from './dossier-section'
import { NothingToSee } from './nothing-to-see'
import { type Breakdown, type Part, parts } from './parts'
import { ReportHead } from './report-head'
import { isTelling } from './telling'

/** The breakdowns of one page, under the figure that they are parts of. */
export async function PartView({ part, ...asked }: Asked & { part: Part }) {
  const { scope, view, params, now, t } = asked
  const reading = await readRates(scope, view)
  // The gate has looked unit, survey and period up already.
  if (!reading.ok) throw new Error('the filter was not checked')
  const wanted: readonly Breakdown[] = parts[part]
  const [figures, ...breakdowns] = await listFigures(reading.value, ['total', ...wanted], now)
  if (!figures) throw new Error('the total was asked for')
  const { unit, from, to } = view
  const dossiers = part === 'units' ? await getDossierTable(scope, unit, { from, to }) : null
  const isShown = figures.total.status === 'ok' || figures.total.status === 'reference'
  const shown = isShown ? breakdowns.filter(isTelling) : []
  return (
    <>
      <ReportHead asked={asked} figures={figures} part={part} />
      <TotalLine figures={figures} t={t} />
      <NothingToSee asked={asked} figures={figures} path={pathOf(part)} />
      {isShown && shown.length === 0 && <Notice>{t('figures.page.part.nothing')}</Notice>}
      {shown.map((one) => (
        <BreakdownSection
          key={one.by}
          figures={one}
          part={part}
          view={view}
          t={t}
          sort={params.get('sort') ?? ''}
        />
      ))}
      {dossiers?.ok && <DossierSection table={dossiers.value} t={t} />}
      <LeftOut of={shown} t={t} />
    </>
  )
}
