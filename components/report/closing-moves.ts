import type { Coverage } from '@/domain/figure'
import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import { hasChanged, type ReportChange, type RowChange, type Shown } from '@/domain/snapshot/change'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

export type Moves = Readonly<{
  late: number | 'few' | null
  invalidated: number | 'few' | null
  restored: number | 'few' | null
  hasOtherSheets: boolean
  hasOtherDossiers: boolean
  change: ReportChange
}>

/** What has come in or gone since a closing, as sentences. */
export function linesOf(since: Moves, locale: Locale): string[] {
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

/** One row that has changed, before and after. */
export function lineOf({ key, label, before, after, size }: RowChange, locale: Locale) {
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

/** The coverage before or after, in words. */
export function coverageWords(coverage: Coverage, locale: Locale): string {
  const t = translator(locale)
  if (!('n' in coverage)) {
    const isHidden = coverage.status === 'suppressed'
    return t(isHidden ? 'figures.page.state.suppressed' : 'figures.page.beside.coverageNone')
  }
  const rate = { k: coverage.n, n: coverage.dossiers }
  return `${formatRate(rate, locale)} (${formatFraction(rate, locale)})`
}
