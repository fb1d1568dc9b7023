import { Beside } from '@/components/report/beside'
import { Headline } from '@/components/report/headline'
import { LeftOut } from '@/components/report/left-out'
import { closingLocale } from '@/db/snapshots/closing-figures'
import type { Report } from '@/domain/report'
import type { Translate } from '@/lib/i18n'
import { Breakdown } from '../breakdowns'
import { DossierSection } from '../dossier-section'
import { noteOfNumbers } from '../table-order'
import { isTelling } from '../telling'

/** A stored report by the same parts as today's figures; nothing in it leads to other figures. */
export function StoredFigures({ report, t }: { report: Report; t: Translate }) {
  const { total, breakdowns, dossiers } = report
  const shown = breakdowns.filter(isTelling)
  return (
    <>
      <Headline figures={total} textLang={closingLocale} t={t} />
      {total.total.status !== 'none' && <Beside report={report} t={t} />}
      {shown.map((one) => {
        const note = noteOfNumbers(one.by)
        return (
          <Breakdown
            key={one.by}
            figures={one}
            note={note && t(note)}
            labelLang={closingLocale}
            t={t}
          />
        )
      })}
      <DossierSection table={dossiers} t={t} />
      <LeftOut of={[total, ...shown]} t={t} />
    </>
  )
}
