import { Face } from '@/components/ui/face'
import type { Level } from '@/domain/answer'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './comment-level.module.css'

/** The overall level that stands beside a comment, with its word. */
export function CommentLevel({ level, locale }: { level: Level | null; locale: Locale }) {
  const t = translator(locale)
  return (
    <span className={styles.level}>
      {level && <Face level={level} size="small" />}
      {level ? t(`scale.${level}`) : t('comments.noLevel')}
    </span>
  )
}
