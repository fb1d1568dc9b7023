import { Face } from '@/components/ui/face'
import type { Level } from '@/domain/answer'
import type { Translate } from '@/lib/i18n'
import styles from './comment-level.module.css'

/** The overall level that stands beside a comment, with its word. */
export function CommentLevel({ level, t }: { level: Level | null; t: Translate }) {
  return (
    <span className={styles.level}>
      {level && <Face level={level} size="small" />}
      {level ? t(`scale.${level}`) : t('label.noLevel')}
    </span>
  )
}
