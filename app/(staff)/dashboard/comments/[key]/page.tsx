import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { CommentLevel } from '@/components/staff/comment-level'
import { CommentStateMark } from '@/components/staff/comment-state'
import { CommentText } from '@/components/staff/comment-text'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { type CommentView, getComment } from '@/db/comments/view'
import { formatMonth } from '@/domain/comment'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { say } from '@/lib/words'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'
import { filterIn, listPath, withFilter } from '../address'
import styles from '../page.module.css'
import { CommentHistory } from './comment-history'
import { MarkForm, OriginalPart, RedactForm } from './forms'

type Props = PageProps<'/dashboard/comments/[key]'>

export const generateMetadata = titled('comments.one.title')

/** One comment, what was done about it, and the forms to do something. */
export default async function CommentPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { key } = await params
  const comment = (await getComment(scope, key, Date.now())) ?? notFound()
  const t = await requestWords()
  const query = oneOfEach(await searchParams)
  const filter = filterIn(query)
  const part = { t, comment, filter, wrongField: query.get('field') ?? '' }
  const hasWords = comment.text !== null
  return (
    <StaffPage scope={scope} t={t} current={listPath} filter={filter}>
      <Outcome
        params={query}
        t={t}
        of="comments"
        wrong="comments.wrong"
        anchorOf={(field) => (field === 'words' ? field : 'note')}
      />
      <PageHead
        title={t('comments.one.title')}
        back={{
          href: `${withFilter(listPath, filter)}#c-${comment.key}`,
          label: t('comments.one.back'),
        }}
      />
      <Card comment={comment} t={t} />
      <FormColumns>
        <FormStack>
          {hasWords && <MarkForm {...part} />}
          <CommentHistory {...part} />
        </FormStack>
        {hasWords && (
          <FormStack>
            <RedactForm {...part} />
            <OriginalPart {...part} />
          </FormStack>
        )}
      </FormColumns>
    </StaffPage>
  )
}

/** The comment, and where and when it was written. */
function Card({ comment, t }: { comment: CommentView; t: Translate }) {
  const month = t('comments.month', { month: formatMonth(comment.month) })
  return (
    <section className={box.card} aria-label={t('comments.one.text')}>
      <CommentText text={comment.text} language={comment.language} t={t} />
      <div className={styles.meta}>
        <span>{`${comment.unit} · ${month}`}</span>
        <CommentLevel level={comment.level} t={t} />
        <CommentStateMark state={comment.state} t={t} />
      </div>
      <p className={box.soft}>
        {t('comments.one.question', { question: say(comment.question, t.locale) })}
      </p>
    </section>
  )
}
