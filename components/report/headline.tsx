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
  const { total } = figures
  const isShown = total.status === 'ok' || total.status === 'reference'
  return (
    <section className={`${styles.headline} ${isShown ? '' : styles.single}`}>
      <div className={styles.words}>
        <h2>{t('figures.page.headline.rate')}</h2>
        <HeadlineFigure total={total} locale={locale} />
      </div>
      {isShown && <HeadlineLevels total={total} locale={locale} />}
      <HeadlineNotes figures={figures} locale={locale} />
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
          <strong className={styles.whole}>{formatInterval({ low, high }, locale)}</strong>
        </p>
      )}
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

/** What the figure is made by, asked by and good for. */
function HeadlineNotes({ figures, locale }: { figures: Figures; locale: Locale }) {
  const t = translator(locale)
  const { question, survey } = figures.scope
  return (
    <ul className={styles.notes}>
      <li>{t(`figures.page.formula.${figures.formula}`)}</li>
      <li>
        {t('figures.page.headline.question')}: {question.text}
      </li>
      <li>{t('figures.page.headline.notSample')}</li>
      {survey.note && <li>{survey.note}</li>}
    </ul>
  )
}
