import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './survey-parts.module.css'

type Tablet = Readonly<{ id: number; name: string; unit: string; desk: string }>

/** The tablets that show a survey now. */
export function SurveyTablets(props: { tablets: readonly Tablet[]; locale: Locale }) {
  const { tablets, locale } = props
  const t = translator(locale)
  return (
    <section className={styles.part}>
      <h2>{t('surveys.tablets.title')}</h2>
      {tablets.length === 0 && (
        <p>
          {t('surveys.tablets.none')} <a href="/dashboard/devices">{t('surveys.tablets.enrol')}</a>
        </p>
      )}
      {tablets.length > 0 && (
        <ul className={styles.rows}>
          {tablets.map(({ id, name, unit, desk }) => (
            <li key={id}>
              <span className={styles.name}>
                <a href={`/dashboard/devices/${id}`}>{name}</a>
                <span className={styles.soft}>{`${unit} · ${desk}`}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
