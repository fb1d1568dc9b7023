import { Dossiers } from '@/components/report/dossiers'
import { Section } from '@/components/report/section'
import box from '@/components/ui/box.module.css'
import { type DossierRow, type DossierTable, lowestOnTime } from '@/domain/dossier/table'
import type { View } from '@/domain/rates-filter'
import type { Translate } from '@/lib/i18n'
import { addressOf, pathOf } from './addresses'

const id = 'dossiers'

/** An overview has room for so many units; of more it shows these few. */
const [mostUnits, fewUnits] = [10, 5]

type Props = Readonly<{ table: DossierTable; t: Translate }>

/** The dossiers of the unit and of those under it, in this very period. */
export function DossierSection({ table, t }: Props) {
  if (!isKnown(table)) return <NoDossiers t={t} />
  return (
    <Section
      title={t('figures.page.dossiers.title')}
      id={id}
      note={t('figures.page.dossiers.note')}
    >
      <Table table={table} rows={table.rows} t={t} />
    </Section>
  )
}

/** The same on an overview: of many units those that pull the total down, and the way to all of them. */
export function DossierEssentials({ table, view, t }: Props & { view: View }) {
  const rows = lowestOnTime(table.rows, fewUnits)
  if (table.rows.length <= mostUnits || rows.length === 0) {
    return <DossierSection table={table} t={t} />
  }
  const lowest = t('figures.page.dossiers.lowest', { count: rows.length })
  return (
    <Section
      title={t('figures.page.dossiers.title')}
      id={id}
      note={`${lowest} ${t('figures.page.dossiers.note')}`}
      more={{
        href: `${addressOf(pathOf('units'), view)}#${id}`,
        label: t('figures.page.first.all'),
      }}
    >
      <Table table={table} rows={rows} t={t} />
    </Section>
  )
}

const isKnown = ({ rows }: DossierTable): boolean => rows.some(({ shares }) => shares !== null)

function NoDossiers({ t }: { t: Translate }) {
  return (
    <Section title={t('figures.page.dossiers.title')} id={id}>
      <p className={box.soft}>{t('figures.page.dossiers.none')}</p>
    </Section>
  )
}

function Table({ table, rows, t }: Props & { rows: readonly DossierRow[] }) {
  // The total is that of all rows, and so are its sources.
  const named = table.total ? table.rows : rows
  const sources = [...new Set(named.flatMap((row) => row.sources))]
  const title = t('figures.page.dossiers.title')
  return (
    <>
      <Dossiers title={title} rows={rows} total={table.total} t={t} />
      {sources.map((source) => (
        <p key={source} className={box.soft}>
          {t('dossiers.entries.source', { source })}
        </p>
      ))}
    </>
  )
}
