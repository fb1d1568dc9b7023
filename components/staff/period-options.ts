import { type PresetName, presetNames } from '@/domain/period-choice'
import type { Translate } from '@/lib/i18n'
import type { SelectOption } from './select-field'

/** Every period a year is divided into, and last a choice of one's own. */
export const presetOptions = (t: Translate): SelectOption[] =>
  presetNames.map((value) => ({ value, label: presetLabel(value, t) }))

export function presetLabel(name: PresetName, t: Translate): string {
  const [, kind, n] = /^(quarter|month)-(\d+)$/.exec(name) ?? []
  if (kind === 'quarter')
    return t('figures.page.period.quarter', { n: ['I', 'II', 'III', 'IV'][Number(n) - 1] ?? '' })
  if (kind === 'month') return t('figures.page.period.month', { n: n ?? '' })
  const known = (['year', 'nine-months', 'half-year-1', 'half-year-2', 'range'] as const).find(
    (one) => one === name,
  )
  return known ? t(`figures.page.period.${known}`) : name
}
