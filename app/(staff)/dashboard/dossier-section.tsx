import { Dossiers } from '@/components/report/dossiers'
import { Section } from '@/components/report/section'
import type { DossierTable } from '@/domain/dossier-table'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './page.module.css'

/** The dossiers of the unit and of those under it, in this very period. */
export function DossierSection({ table, locale }: { table: DossierTable; locale: Locale }) {
  const t = translator(locale)
  const title = t('figures.page.dossiers.title')
  if (table.rows.every(({ shares }) => shares === null)) {
    return (
      <Section title={title}>
        <p className={styles.soft}>{t('figures.page.dossiers.none')}</p>
      </Section>
    )
  }
  const sources = [...new Set(table.rows.flatMap((row) => row.sources))]
  return (
    <Section title={title} note={t('figures.page.dossiers.note')}>
      <Dossiers title={title} rows={table.rows} total={table.total} locale={locale} />
      {sources.map((source) => (
        <p key={source} className={styles.soft}>
          {t('figures.page.dossiers.source', { source })}
        </p>
      ))}
    </Section>
  )
}
