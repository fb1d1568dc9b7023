import type { Mode } from '@/domain/door'
import type { Coverage, Figures, LeftOut } from '@/domain/figure'
import { formatFraction, formatRate } from '@/domain/number-format'
import { formatDays } from '@/domain/period'
import type { Rate } from '@/domain/rate'
import type { Translate } from './i18n'

/** A percentage with the two numbers it comes from. */
export const rateWords = (rate: Rate, { locale }: Translate): string =>
  `${formatRate(rate, locale)} (${formatFraction(rate, locale)})`

/** `12,50% (300/2.400)`, or why there is none. */
export function coverageWords(coverage: Coverage | undefined, t: Translate): string {
  if (coverage?.status === 'ok' || coverage?.status === 'over') {
    return rateWords({ k: coverage.n, n: coverage.dossiers }, t)
  }
  const isHidden = coverage?.status === 'suppressed'
  return t(isHidden ? 'figures.page.state.suppressed' : 'figures.page.beside.coverageNone')
}

export const modeName = (mode: Mode | 'unknown', t: Translate): string =>
  t(mode === 'unknown' ? 'figures.row.unknown.mode' : `figures.mode.${mode}`)

/** What belongs to the unit and the survey but is in none of these figures, each once, with why. */
export function leftOutSentences(of: readonly Figures[], t: Translate): string[] {
  const items = of.flatMap(({ leftOut }) => leftOut)
  return [...new Set(items.map((item) => leftOutSentence(item, t)))]
}

function leftOutSentence(item: LeftOut, t: Translate): string {
  const reason = t(`figures.page.leftOut.${item.reason}`)
  if (item.kind === 'version') {
    const { version, question } = item
    return t('figures.page.leftOut.version', { version, question, reason })
  }
  const { unit, channel } = item
  const words = { unit, channel: t(`figures.channel.${channel}`), ...formatDays(item), reason }
  return t('figures.page.leftOut.sheet', words)
}
