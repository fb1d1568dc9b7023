import { formatDay, localDay } from '@/domain/period'
import { completeLocales, type Locale, type SurveyVersion } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './survey-parts.module.css'

type Version = SurveyVersion & Readonly<{ publishedAt: number; closedAt: number | null }>

const looks = ['link', 'kiosk', 'paper'] as const

/** Every version with its previews, newest first. */
export function SurveyVersions(props: {
  versions: readonly Version[]
  path: string
  locale: Locale
}) {
  const { versions, path, locale } = props
  const t = translator(locale)
  return (
    <section className={styles.part}>
      <h2>{t('surveys.versions.title')}</h2>
      <p>{t('surveys.versions.note')}</p>
      <ul className={styles.rows}>
        {versions.toReversed().map(({ id, number, publishedAt, closedAt, definition }) => (
          <li key={id}>
            <span className={styles.name}>
              <strong>{t('surveys.facts.version', { n: number })}</strong>
              <span className={styles.soft}>
                {t('surveys.versions.published', { day: formatDay(localDay(publishedAt)) })}
                {closedAt !== null &&
                  ` · ${t('surveys.versions.closed', { day: formatDay(localDay(closedAt)) })}`}
              </span>
              <span className={styles.soft}>
                {completeLocales(definition)
                  .map((one) =>
                    definition.draftLocales?.includes(one)
                      ? t('surveys.versions.draft', { language: t(`language.${one}`) })
                      : t(`language.${one}`),
                  )
                  .join(', ')}
              </span>
            </span>
            {looks.map((as) => (
              <a
                key={as}
                href={`${path}/preview?${new URLSearchParams({ version: String(number), as })}`}
              >
                {t(`surveys.preview.${as}`)}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
