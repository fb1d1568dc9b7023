import { partsOf } from '@/domain/personal-data/mask-mark'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import styles from './comment-text.module.css'

/**
 * What somebody wrote, as it was written, with words in the reader's language where something is masked, and where all
 * of it is blanked.
 */
export function CommentText(props: {
  text: string | null
  language?: Locale | undefined
  t: Translate
  id?: string
}) {
  const { t } = props
  if (props.text === null) {
    return (
      <p className={styles.text} id={props.id}>
        <span className={styles.masked}>{t('comments.blanked')}</span>
      </p>
    )
  }
  let place = 0
  return (
    <p className={styles.text} id={props.id} dir="auto" lang={props.language}>
      {partsOf(props.text).map((part) =>
        'text' in part ? (
          part.text
        ) : (
          <span key={place++} className={styles.masked} lang={t.locale}>
            {t(`comments.masked.${part.masked}`)}
          </span>
        ),
      )}
    </p>
  )
}
