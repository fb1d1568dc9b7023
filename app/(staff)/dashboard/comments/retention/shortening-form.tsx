import { FormCard } from '@/components/staff/form-card'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { countDue } from '@/db/comments/retention'
import type { Scope } from '@/domain/access'
import { firstKeptDay, firstKeptMonth } from '@/domain/comment-retention'
import { formatCount } from '@/domain/number-format'
import { formatDay } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { retentionPath } from '../address'

/** Asks once more before words are taken away, and says of how many comments. */
export async function ShorteningForm(props: {
  scope: Scope
  t: Translate
  months: number
  now: number
}) {
  const { t, months, now } = props
  const due = (await countDue(props.scope, months, now)) ?? 0
  const day = formatDay(firstKeptDay(firstKeptMonth(now, months)))
  return (
    <Notice tone="caution" title={t('comments.retention.shorten', { months })}>
      <p>{t('comments.retention.before', { day })}</p>
      <p>{sayDue(due, 'shorter', t)}</p>
      <FormCard
        title={t('comments.retention.sure')}
        action={`${retentionPath}/save`}
        values={{ months, confirmed: 1 }}
      >
        <Button type="submit">{t('comments.retention.confirm', { months })}</Button>
        <a href={retentionPath}>{t('comments.retention.keep')}</a>
      </FormCard>
    </Notice>
  )
}

/** How many comments lose their words: by the period that holds (`now`), or by a shorter one. */
export function sayDue(due: number | 'few', by: 'now' | 'shorter', t: Translate): string {
  if (due === 'few') return t(`comments.retention.${by}.few`)
  if (due === 0) return t(`comments.retention.${by}.none`)
  return t(`comments.retention.${by}.many`, { n: formatCount(due, t.locale) })
}
