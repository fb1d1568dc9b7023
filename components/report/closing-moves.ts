import { formatCount, formatFraction } from '@/domain/number-format'
import { hasChanged, type ReportChange, type RowChange, type Shown } from '@/domain/snapshot/change'
import { rateWords } from '@/lib/figure-words'
import type { Translate } from '@/lib/i18n'

export type Moves = Readonly<{
  late: number | 'few' | null
  invalidated: number | 'few' | null
  restored: number | 'few' | null
  hasOtherSheets: boolean
  hasOtherDossiers: boolean
  change: ReportChange
}>

/** What has come in or gone since a closing, as sentences. */
export function linesOf(since: Moves, t: Translate): string[] {
  const { change } = since
  const moved = (['late', 'invalidated', 'restored'] as const).flatMap((what) => {
    const n = since[what]
    if (n === null || n === 0) return []
    const words = n === 'few' ? t('label.few') : formatCount(n, t.locale)
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
export function lineOf({ key, label, before, after, size }: RowChange, t: Translate) {
  const sizes = size === 'few' ? t('label.few') : size && formatCount(size, t.locale)
  return {
    key,
    label,
    before: shownWords(before, t),
    after: shownWords(after, t),
    size: sizes || '–',
  }
}

function shownWords(shown: Shown, t: Translate): string {
  if (shown.status === 'few') return t('closings.since.fewAfter')
  if (!('n' in shown)) return t(`figures.page.state.${shown.status}`)
  const fraction = formatFraction(shown, t.locale)
  if (shown.status === 'reference') return `${fraction} · ${t('figures.page.state.referenceCell')}`
  return rateWords(shown, t)
}
