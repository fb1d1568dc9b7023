import { Beside } from '@/components/report/beside'
import { Headline } from '@/components/report/headline'
import { LeftOut } from '@/components/report/left-out'
import type { Report } from '@/domain/report'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { Breakdown } from '../breakdowns'
import { DossierSection } from '../dossier-section'
import { noteOfNumbers } from '../table-order'
import { isTelling } from '../telling'

/** A stored report by the same parts as today's figures; nothing in it leads to other figures. */
export function StoredFigures({ report, locale }: { report: Report; locale: Locale }) {
  const t = translator(locale)
  const { total, breakdowns, dossiers } = report
  const shown = breakdowns.filter(isTelling)
  return (
    <>
      <Headline figures={total} t={t} />
      {total.total.status !== 'none' && <Beside report={report} t={t} />}
      {shown.map((one) => {
        const note = noteOfNumbers(one.by)
        return <Breakdown key={one.by} figures={one} note={note && t(note)} locale={locale} />
      })}
      <DossierSection table={dossiers} locale={locale} />
      <LeftOut of={[total, ...shown]} t={t} />
    </>
  )
}
