import type { Coverage } from '@/domain/figure'
import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import { formatDay, localDay, localTime } from '@/domain/period'
import { hasChanged, type ReportChange, type RowChange, type Shown } from '@/domain/snapshot-change'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { ChangeTable } from './change-table'
import styles from './closing-since.module.css'
import { Section } from './section'

type Moves = Readonly<{
  late: number | 'few' | null
  invalidated: number | 'few' | null
  restored: number | 'few' | null
  hasOtherSheets: boolean
  hasOtherDossiers: boolean
  change: ReportChange
}>

/** What has changed since a period was closed: what came and went, and today's figures as far as they may be told. */
export function ClosingSince(props: { since: Moves; asOf: number; locale: Locale }) {
  const { since, asOf, locale } = props
  const { change } = since
  const t = translator(locale)
  const at = { time: localTime(asOf), day: formatDay(localDay(asOf)) }
  const lines = linesOf(since, locale)
  const isSame = lines.length === 0 && !hasChanged(change)
  return (
    <Section title={t('closings.since.title')} note={t('closings.since.note', at)}>
      {isSame && <p>{t('closings.since.nothing')}</p>}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {change.kind === 'compared' && <Compared change={change} locale={locale} />}
    </Section>
  )
}

function linesOf(since: Moves, locale: Locale): string[] {
  const t = translator(locale)
  const { change } = since
  const moved = (['late', 'invalidated', 'restored'] as const).flatMap((what) => {
    const n = since[what]
    if (n === null || n === 0) return []
    const words = n === 'few' ? t('closings.since.few') : formatCount(n, locale)
    return [t(`closings.since.${what}`, { n: words })]
  })
  const isHidden = since.late === null && hasChanged(change)
  return [
    ...moved,
    ...(isHidden ? [t('closings.since.hidden')] : []),
    ...(since.hasOtherSheets ? [t('closings.since.sheets')] : []),
    ...(since.hasOtherDossiers ? [t('closings.since.dossiers')] : []),
    ...(change.kind === 'compared' ? [] : [t(`closings.since.${change.kind}`, change)]),
  ]
}

function Compared(props: { change: Extract<ReportChange, { kind: 'compared' }>; locale: Locale }) {
  const { change, locale } = props
  const t = translator(locale)
  const { total, coverage, breakdowns } = change
  const head = [
    ...(total ? [{ ...lineOf(total, locale), label: t('closings.since.total') }] : []),
    ...(coverage
      ? [
          {
            key: 'coverage',
            label: t('closings.since.coverage'),
            before: coverageWords(coverage.before, locale),
            after: coverageWords(coverage.after, locale),
            size: '',
          },
        ]
      : []),
  ]
  return (
    <>
      {head.length > 0 && (
        <ChangeTable title={t('closings.since.table')} lines={head} locale={locale} />
      )}
      {breakdowns.length > 0 && (
        <details>
          <summary>{t('closings.since.detail')}</summary>
          {breakdowns.map(({ by, rows }) =>
            by === 'total' ? null : (
              <div key={by} className={styles.breakdown}>
                <h3>{t(`figures.page.by.${by}`)}</h3>
                <ChangeTable
                  title={t(`figures.page.by.${by}`)}
                  lines={rows.map((row) => lineOf(row, locale))}
                  locale={locale}
                />
              </div>
            ),
          )}
        </details>
      )}
    </>
  )
}

function lineOf({ key, label, before, after, size }: RowChange, locale: Locale) {
  const t = translator(locale)
  const sizes = size === 'few' ? t('closings.since.few') : size && formatCount(size, locale)
  return {
    key,
    label,
    before: shownWords(before, locale),
    after: shownWords(after, locale),
    size: sizes || '–',
  }
}

function shownWords(shown: Shown, locale: Locale): string {
  const t = translator(locale)
  if (shown.status === 'few') return t('closings.since.fewAfter')
  if (!('n' in shown)) return t(`figures.page.state.${shown.status}`)
  const fraction = formatFraction(shown, locale)
  if (shown.status === 'reference') return `${fraction} · ${t('figures.page.state.referenceCell')}`
  return `${formatRate(shown, locale)} (${fraction})`
}

function coverageWords(coverage: Coverage, locale: Locale): string {
  const t = translator(locale)
  if (!('n' in coverage)) {
    const isHidden = coverage.status === 'suppressed'
    return t(isHidden ? 'figures.page.state.suppressed' : 'figures.page.beside.coverageNone')
  }
  const rate = { k: coverage.n, n: coverage.dossiers }
  return `${formatRate(rate, locale)} (${formatFraction(rate, locale)})`
}
