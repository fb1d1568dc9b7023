import type { ReactNode } from 'react'
import type { FigureRow, Figures } from '@/domain/figure'
import { formatFraction, formatInterval, formatRate } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './headline.module.css'
import { LevelBar } from './level-bar'
import { LevelTable } from './level-table'

type Shown = Extract<FigureRow, { status: 'ok' | 'reference' }>

/** The one strong figure, with what it rests on right beside it. */
export function Headline({ figures, locale }: { figures: Figures; locale: Locale }) {
  const t = translator(locale)
  const { total, scope } = figures
  return (
    <section className={styles.headline}>
      <div className={styles.words}>
        <h2>{t('figures.page.headline.rate')}</h2>
        <HeadlineFigure total={total} locale={locale} />
        <p className={styles.small}>
          {t('figures.page.headline.question')}: {scope.question.text}
        </p>
        {scope.survey.note && <p className={styles.small}>{scope.survey.note}</p>}
        <p className={styles.small}>{t('figures.page.headline.notSample')}</p>
      </div>
      {(total.status === 'ok' || total.status === 'reference') && (
        <HeadlineLevels total={total} locale={locale} />
      )}
    </section>
  )
}

function HeadlineFigure({ total, locale }: { total: FigureRow; locale: Locale }): ReactNode {
  const t = translator(locale)
  if (total.status === 'none' || total.status === 'suppressed') {
    return (
      <>
        <p className={`${styles.figure} ${styles.plain}`}>
          {t(`figures.page.state.${total.status}`)}
        </p>
        <p>{t(`figures.page.state.${total.status}Why`)}</p>
      </>
    )
  }
  const base = t('figures.page.headline.base', { fraction: formatFraction(total, locale) })
  if (total.status === 'reference') {
    return (
      <>
        <p className={`${styles.figure} ${styles.plain}`}>{t('figures.page.state.reference')}</p>
        <p className={styles.base}>{base}</p>
        <p>{t('figures.page.state.referenceWhy')}</p>
      </>
    )
  }
  const { low, high } = total
  return (
    <>
      <p className={styles.figure}>{formatRate(total, locale)}</p>
      <p className={styles.base}>{base}</p>
      {low !== null && high !== null && (
        <p>
          {t('figures.page.headline.interval')}:{' '}
          <span className={styles.whole}>{formatInterval({ low, high }, locale)}</span>
        </p>
      )}
      <p className={styles.small}>{t('figures.page.headline.formula')}</p>
    </>
  )
}

function HeadlineLevels({ total, locale }: { total: Shown; locale: Locale }) {
  const t = translator(locale)
  const isRated = total.status === 'ok'
  return (
    <div className={styles.levels}>
      {isRated && <LevelBar levels={total.levels} label={t('figures.page.levels.title')} />}
      <LevelTable levels={total.levels} locale={locale} withShares={isRated} />
    </div>
  )
}
