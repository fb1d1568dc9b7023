import type { ReactNode } from 'react'
import type { Coverage, Figures } from '@/domain/figure'
import { formatCount, formatFraction, formatRate, formatScore } from '@/domain/number-format'
import { bottomTwoBox, scoreRate } from '@/domain/rate'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './beside.module.css'
import { Mix } from './mix'

/** What must stand beside a rate: score, dissatisfied rate, coverage, channels, unanswered. */
export function Beside({ figures, locale }: { figures: Figures; locale: Locale }) {
  const t = translator(locale)
  const { total, missing, notApplicable } = figures
  return (
    <dl className={styles.list}>
      {total.status === 'ok' && (
        <>
          <Item term={t('figures.page.beside.dissatisfied')}>
            <dd className={styles.value}>{formatRate(bottomTwoBox(total.levels), locale)}</dd>
            <dd className={styles.note}>
              {t('figures.page.beside.dissatisfiedBase', {
                fraction: formatFraction(bottomTwoBox(total.levels), locale),
              })}
            </dd>
          </Item>
          <Item term={t('figures.page.beside.score')}>
            <dd className={styles.value}>{formatScore(scoreRate(total.levels), locale)}</dd>
            <dd className={styles.note}>{t('figures.page.beside.scoreFormula')}</dd>
          </Item>
        </>
      )}
      <Item term={t('figures.page.beside.coverage')}>
        <CoverageLines coverage={figures.coverage} locale={locale} />
      </Item>
      {missing !== null && notApplicable !== null && (
        <Item term={t('figures.page.beside.unanswered')}>
          <dd className={styles.value}>{formatCount(missing + notApplicable, locale)}</dd>
          <dd className={styles.note}>
            {t('figures.page.beside.unansweredParts', {
              missing: formatCount(missing, locale),
              notApplicable: formatCount(notApplicable, locale),
            })}
          </dd>
        </Item>
      )}
      <Item term={t('figures.page.beside.channels')}>
        <Mix of="channel" rows={figures.channels} locale={locale} />
      </Item>
      <Item term={t('figures.page.beside.modes')}>
        <Mix of="mode" rows={figures.modes} locale={locale} />
      </Item>
    </dl>
  )
}

function Item({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.item}>
      <dt>{term}</dt>
      {children}
    </div>
  )
}

function CoverageLines({ coverage, locale }: { coverage: Coverage; locale: Locale }) {
  const t = translator(locale)
  if (coverage.status !== 'ok' && coverage.status !== 'over') {
    const hidden = coverage.status === 'suppressed'
    const word = hidden ? 'figures.page.state.suppressed' : 'figures.page.beside.coverageNone'
    return <dd className={styles.note}>{t(word)}</dd>
  }
  const rate = { k: coverage.n, n: coverage.dossiers }
  const fraction = formatFraction(rate, locale)
  return (
    <>
      <dd className={styles.value}>{formatRate(rate, locale)}</dd>
      <dd className={styles.note}>{t('figures.page.beside.coverageBase', { fraction })}</dd>
      {coverage.status === 'over' && (
        <dd className={styles.caution}>{t('figures.page.beside.coverageOver')}</dd>
      )}
    </>
  )
}
