import type { CommentState } from '@/domain/comment'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './comment-state.module.css'

/** The state of a comment, in words. */
export function CommentStateMark({ state, locale }: { state: CommentState; locale: Locale }) {
  return (
    <span className={`${styles.state} ${styles[state]}`}>
      {translator(locale)(`comments.state.${state}`)}
    </span>
  )
}
