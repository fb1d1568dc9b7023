import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'

/** How many comments lose their words: by the period that holds (`now`), or by a shorter one. */
export function sayDue(due: number | 'few', by: 'now' | 'shorter', t: Translate): string {
  if (due === 'few') return t(`comments.retention.${by}.few`)
  if (due === 0) return t(`comments.retention.${by}.none`)
  return t(`comments.retention.${by}.many`, { n: formatCount(due, t.locale) })
}
