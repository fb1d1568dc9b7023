import type { ListedInvalidation } from '@/db/invalidations/reading'
import { formatCount } from '@/domain/number-format'
import { formatDays } from '@/domain/period'
import type { Translate } from '@/lib/i18n'

/** Where it stands now. */
export function stateOf({ decision, restored }: ListedInvalidation) {
  if (restored) return 'restored'
  return decision?.decision ?? 'proposed'
}

/** `12 phiếu của Xã A, trả lời từ ngày … đến ngày …` */
export function summaryOf({ size, unit, from, to }: ListedInvalidation, t: Translate): string {
  const days = formatDays({ from, to })
  const when =
    from === to ? t('invalidation.day', { from: days.from }) : t('invalidation.days', days)
  return `${t('invalidation.size', { n: formatCount(size, t.locale), unit: unit.name })}, ${when}`
}
