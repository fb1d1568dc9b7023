import type { CommentState } from '@/domain/comment'
import type { Translate } from '@/lib/i18n'
import styles from './comment-state.module.css'

/** The state of a comment, in words. */
export function CommentStateMark({ state, t }: { state: CommentState; t: Translate }) {
  return <span className={`${styles.state} ${styles[state]}`}>{t(`comments.state.${state}`)}</span>
}
