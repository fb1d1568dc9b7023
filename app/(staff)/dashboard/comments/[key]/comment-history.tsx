import { ActionForm } from '@/components/staff/action-form'
import { CommentStateMark } from '@/components/staff/comment-state'
import { CommentText } from '@/components/staff/comment-text'
import box from '@/components/ui/box.module.css'
import type { MarkLine, RedactionLine } from '@/db/comments/view'
import { languageOf } from '@/domain/comment'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { commentPath } from '../address'
import styles from '../page.module.css'
import type { CommentPart } from './forms'

/** Who did what about the comment and when, newest first; the head of the unit lifts what was masked. */
export function CommentHistory(part: CommentPart) {
  const { t, comment } = part
  return (
    <>
      <section className={box.card}>
        <h2>{t('comments.history.title')}</h2>
        {comment.marks.length === 0 && <p>{t('comments.history.empty')}</p>}
        {comment.marks.length > 0 && (
          <ol className={styles.history}>
            {comment.marks.map((mark) => (
              <li key={`${mark.at} ${mark.state}`}>
                <CommentStateMark state={mark.state} t={t} />
                <span className={box.soft}>{`${mark.name}, ${formatMoment(mark.at)}`}</span>
                {mark.note && (
                  <CommentText text={mark.note} language={languageOf(mark.note, null)} t={t} />
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      {comment.redactions.length > 0 && (
        <section className={box.card}>
          <h2>{t('comments.redactions.title')}</h2>
          <ol className={styles.history}>
            {comment.redactions.map((redaction) => (
              <li key={redaction.id}>
                <span>{wordsOf(redaction, t)}</span>
                {comment.isHead && comment.text !== null && redaction.liftedAt === null && (
                  <LiftForm {...part} redaction={redaction} />
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function LiftForm(props: CommentPart & { redaction: RedactionLine }) {
  const { t, comment, filter, redaction } = props
  return (
    <ActionForm
      action={`${commentPath(comment.key)}/lift`}
      values={{ redaction: redaction.id, filter: filter.toString() }}
      label={t('comments.redactions.lift')}
      name={t('comments.redactions.liftOne', byOf(redaction))}
    />
  )
}

const byOf = ({ name, at }: Pick<MarkLine, 'name' | 'at'>) => ({ name, time: formatMoment(at) })

function wordsOf(redaction: RedactionLine, t: Translate): string {
  const { liftedBy, liftedAt } = redaction
  const made = t('comments.redactions.made', byOf(redaction))
  if (liftedBy === null || liftedAt === null) return made
  const lifted = t('comments.redactions.lifted', byOf({ name: liftedBy, at: liftedAt }))
  return `${made} · ${lifted}`
}
