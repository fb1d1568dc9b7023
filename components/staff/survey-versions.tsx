import box from '@/components/ui/box.module.css'
import { formatDay, localDay } from '@/domain/period'
import { completeLocales, type SurveyVersion } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'

type Version = SurveyVersion & Readonly<{ publishedAt: number; closedAt: number | null }>

const looks = ['link', 'kiosk', 'paper'] as const

/** Every version with its previews, newest first. */
export function SurveyVersions(props: {
  versions: readonly Version[]
  path: string
  t: Translate
}) {
  const { versions, path, t } = props
  return (
    <section className={box.stack}>
      <h2>{t('surveys.versions.title')}</h2>
      <p className={box.note}>{t('surveys.versions.note')}</p>
      <ul className={box.rows}>
        {versions.toReversed().map(({ id, number, publishedAt, closedAt, definition }) => (
          <li key={id}>
            <span className={box.line}>
              <strong>{t('surveys.facts.version', { n: number })}</strong>
              <span className={box.soft}>
                {t('surveys.versions.published', { day: formatDay(localDay(publishedAt)) })}
                {closedAt !== null &&
                  ` · ${t('surveys.versions.closed', { day: formatDay(localDay(closedAt)) })}`}
              </span>
              <span className={box.soft}>
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
