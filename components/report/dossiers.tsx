import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { DossierCells, type Shares } from './dossier-cells'
import { RowsInTurn } from './in-turn'
import { WideTable } from './wide-table'

/** Received, resolved on time and in progress per unit, every percentage with both its numbers. */
export function Dossiers(props: {
  title: string
  rows: readonly Readonly<{ unit: { code: string; name: string }; shares: Shares | null }>[]
  total: Shares | null
  locale: Locale
}) {
  const { rows, total, locale } = props
  const t = translator(locale)
  return (
    <WideTable label={props.title}>
      <thead>
        <tr>
          <th scope="col">{t('figures.page.column.unit')}</th>
          <th scope="col" data-kind="number">
            {t('figures.page.dossiers.received')}
          </th>
          <th scope="col" data-kind="number">
            {t('figures.page.dossiers.resolved')}
          </th>
          <th scope="col" data-kind="number">
            {t('figures.page.dossiers.onTimeOfReceived')}
          </th>
          <th scope="col" data-kind="number">
            {t('figures.page.dossiers.onTimeOfResolved')}
          </th>
          <th scope="col" data-kind="number">
            {t('figures.page.dossiers.inProgress')}
          </th>
        </tr>
      </thead>
      <tbody>
        <RowsInTurn rows={rows}>
          {({ unit, shares }) => (
            <tr key={unit.code}>
              <th scope="row">{unit.name}</th>
              <DossierCells shares={shares} locale={locale} t={t} />
            </tr>
          )}
        </RowsInTurn>
      </tbody>
      {total && rows.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('figures.page.dossiers.total')}</th>
            <DossierCells shares={total} locale={locale} t={t} />
          </tr>
        </tfoot>
      )}
    </WideTable>
  )
}
