import { CommentText } from '@/components/staff/comment-text'
import { FormCard } from '@/components/staff/form-card'
import { SelectField } from '@/components/staff/select-field'
import { TextArea } from '@/components/staff/text-area'
import { longestNote } from '@/db/comments/marks'
import type { CommentView } from '@/db/comments/view'
import { commentStates } from '@/domain/comment'
import { localTime } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { commentPath } from '../address'

export type CommentPart = Readonly<{
  t: Translate
  comment: CommentView
  /** What the list shows that led here; the forms lead back with it. */
  filter: URLSearchParams
  /** The field that a form was sent back for, or ''. */
  wrongField: string
}>

/** Say what was done about the comment. */
export function MarkForm({ t, comment, filter, wrongField }: CommentPart) {
  return (
    <FormCard
      title={t('comments.mark.title')}
      action={`${commentPath(comment.key)}/mark`}
      values={{ filter: filter.toString() }}
      submit={t('button.save')}
    >
      <SelectField
        id="state"
        label={t('label.state')}
        value={wrongField === 'note' ? 'done' : comment.state}
        options={commentStates.map((value) => ({ value, label: t(`comments.state.${value}`) }))}
      />
      <TextArea
        id="note"
        label={t('comments.mark.note')}
        hint={t('comments.mark.hint')}
        rows={4}
        maxLength={longestNote}
        invalid={wrongField === 'note'}
      />
    </FormCard>
  )
}

/** Mask words of the comment. */
export function RedactForm({ t, comment, filter, wrongField }: CommentPart) {
  return (
    <FormCard
      title={t('comments.redact.title')}
      note={t('comments.redact.note')}
      action={`${commentPath(comment.key)}/redact`}
      values={{ filter: filter.toString() }}
      submit={t('comments.redact.submit')}
      quiet
    >
      <TextArea
        id="words"
        label={t('comments.redact.words')}
        hint={t('comments.redact.hint')}
        rows={2}
        maxLength={200}
        invalid={wrongField === 'words'}
      />
    </FormCard>
  )
}

/** For the head of the unit, where something is masked: to ask for the original, and to read it. */
export function OriginalPart({ t, comment, filter }: CommentPart) {
  const isMasked = comment.redactions.some(({ liftedAt }) => liftedAt === null)
  if (!comment.isHead || !isMasked) return null
  return (
    <FormCard
      title={t('comments.original.title')}
      note={t('comments.original.note')}
      action={`${commentPath(comment.key)}/reveal`}
      values={{ filter: filter.toString() }}
      submit={t('comments.original.ask')}
      quiet
    >
      {comment.original !== null && comment.revealedUntil !== null && (
        <>
          <CommentText text={comment.original} language={comment.language} t={t} />
          <p>{t('comments.original.until', { time: localTime(comment.revealedUntil) })}</p>
        </>
      )}
    </FormCard>
  )
}
