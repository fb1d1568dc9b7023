import { CommentLevel } from '@/components/staff/comment-level'
import { CommentStateMark } from '@/components/staff/comment-state'
import { CommentText } from '@/components/staff/comment-text'
import type { CommentView } from '@/db/comments/view'
import { formatMonth } from '@/domain/comment'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { say } from '@/lib/words'
import styles from '../page.module.css'

/** The comment, and where and when it was written. */
export function Card({ comment, locale }: { comment: CommentView; locale: Locale }) {
  const t = translator(locale)
  const month = t('comments.month', { month: formatMonth(comment.month) })
  return (
    <section className={styles.card} aria-label={t('comments.one.text')}>
      <CommentText text={comment.text} locale={locale} />
      <div className={styles.meta}>
        <span>{`${comment.unit} · ${month}`}</span>
        <CommentLevel level={comment.level} locale={locale} />
        <CommentStateMark state={comment.state} locale={locale} />
      </div>
      <p className={styles.soft}>
        {t('comments.one.question', { question: say(comment.question, locale) })}
      </p>
    </section>
  )
}
