import type { ListedInvalidation } from '@/db/invalidations/reading'
import { formatCount } from '@/domain/number-format'
import { formatDay } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** Where it stands now. */
export function stateOf({ decision, restored }: ListedInvalidation) {
  if (restored) return 'restored'
  return decision?.decision ?? 'proposed'
}

/** `12 phiếu của Xã A, trả lời từ ngày … đến ngày …` */
export function summaryOf({ size, unit, from, to }: ListedInvalidation, locale: Locale): string {
  const t = translator(locale)
  const days = { from: formatDay(from), to: formatDay(to) }
  const when =
    from === to ? t('invalidation.day', { from: days.from }) : t('invalidation.days', days)
  return `${t('invalidation.size', { n: formatCount(size, locale), unit: unit.name })}, ${when}`
}
