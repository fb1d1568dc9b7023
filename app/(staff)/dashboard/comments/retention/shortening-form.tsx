import { FormCard } from '@/components/staff/form-card'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { countDue } from '@/db/comments/retention'
import type { Scope } from '@/domain/access'
import { firstKeptDay, firstKeptMonth } from '@/domain/comment-retention'
import { formatDay } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { retentionPath } from '../address'
import { sayDue } from './say-due'

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
