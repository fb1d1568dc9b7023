import type { ReactNode } from 'react'
import type { FigureRow, Figures } from '@/domain/figure'
import { formatFraction, formatInterval, formatRate } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import styles from './headline.module.css'
import { LevelBar } from './level-bar'
import { LevelTable } from './level-table'

type Shown = Extract<FigureRow, { status: 'ok' | 'reference' }>

/** The one strong figure, with what it rests on right beside it. */
export function Headline(props: {
  figures: Figures
  /** The language of the survey's own texts, where it is not that of the page. */
  textLang?: Locale | undefined
  t: Translate
}) {
  const { figures, t } = props
  const { total } = figures
  const isShown = total.status === 'ok' || total.status === 'reference'
  return (
    <section className={`${styles.headline} ${isShown ? '' : styles.single}`}>
      <div className={styles.words}>
        <h2>{t('label.rate')}</h2>
        <HeadlineFigure total={total} t={t} />
      </div>
      {isShown && <HeadlineLevels total={total} t={t} />}
      <HeadlineNotes {...props} />
    </section>
  )
}

function HeadlineFigure({ total, t }: { total: FigureRow; t: Translate }): ReactNode {
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
  const base = t('figures.page.headline.base', { fraction: formatFraction(total, t.locale) })
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
      <p className={styles.figure}>{formatRate(total, t.locale)}</p>
      <p className={styles.base}>{base}</p>
      {low !== null && high !== null && (
        <p>
          {t('figures.page.headline.interval')}:{' '}
          <strong className={styles.whole}>{formatInterval({ low, high }, t.locale)}</strong>
        </p>
      )}
    </>
  )
}

function HeadlineLevels({ total, t }: { total: Shown; t: Translate }) {
  const isRated = total.status === 'ok'
  return (
    <div className={styles.levels}>
      {isRated && <LevelBar levels={total.levels} label={t('figures.page.levels.title')} />}
      <LevelTable levels={total.levels} t={t} withShares={isRated} />
    </div>
  )
}

/** What the figure is made by, asked by and good for. */
function HeadlineNotes(props: { figures: Figures; textLang?: Locale | undefined; t: Translate }) {
  const { figures, textLang, t } = props
  const { question, survey } = figures.scope
  return (
    <ul className={styles.notes}>
      <li>{t(`figures.page.formula.${figures.formula}`)}</li>
      <li>
        {t('label.question')}: <span lang={textLang}>{question.text}</span>
      </li>
      <li>{t('figures.page.headline.notSample')}</li>
      {survey.note && <li lang={textLang}>{survey.note}</li>}
    </ul>
  )
}
