import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { PageHead } from '@/components/staff/page-head'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { countDue, getCommentMonths } from '@/db/comments/retention'
import { fewestMonths, mostMonths, readMonths } from '@/domain/comment-retention'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'
import { listPath, retentionPath } from '../address'
import { ShorteningForm, sayDue } from './shortening-form'

export const generateMetadata = titled('comments.retention.title')

/** How long the words of comments are kept, for whoever administers the whole installation. */
export default async function RetentionPage({
  searchParams,
}: PageProps<'/dashboard/comments/retention'>) {
  const scope = await requireStaff()
  const now = Date.now()
  const months = await getCommentMonths()
  const due = (await countDue(scope, months, now)) ?? notFound()
  const t = await requestWords()
  const query = oneOfEach(await searchParams)
  const asked = readMonths(query.get('months'))
  return (
    <StaffPage scope={scope} t={t} current={retentionPath} address={retentionPath}>
      <Outcome params={query} t={t} of="comments.retention" />
      <PageHead
        title={t('comments.retention.title')}
        back={{ href: listPath, label: t('comments.one.back') }}
        intro={t('comments.retention.intro', { months })}
      >
        <p>{sayDue(due, 'now', t)}</p>
        <p>{t('comments.retention.backups')}</p>
      </PageHead>
      {asked !== undefined && asked < months && (
        <ShorteningForm scope={scope} t={t} months={asked} now={now} />
      )}
      <FormCard
        title={t('comments.retention.change')}
        note={t('comments.retention.note')}
        action={`${retentionPath}/save`}
      >
        <TextField
          id="months"
          label={t('comments.retention.months', { fewest: fewestMonths, most: mostMonths })}
          type="number"
          min={fewestMonths}
          max={mostMonths}
          defaultValue={asked ?? months}
          invalid={query.get('field') === 'months'}
          required
        />
        <Button type="submit">{t('button.save')}</Button>
      </FormCard>
    </StaffPage>
  )
}
