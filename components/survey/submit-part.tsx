import { Button } from '@/components/ui/button'
import { PrivacyText } from './privacy-text'
import styles from './survey.module.css'
import type { Words } from './words'

/** The end of the form: what is stored, and the one button. */
export function SubmitPart(props: {
  words: Words
  place: string
  months: number
  isSending: boolean
  mayRestart: boolean
}) {
  const { citizen } = props.words
  return (
    <div className={styles.end}>
      <section className={styles.privacy} aria-labelledby="privacy">
        <h2 id="privacy">{citizen.privacy.title}</h2>
        <PrivacyText {...props} words={citizen.privacy} />
      </section>
      <Button type="submit" size="large" aria-disabled={props.isSending || undefined}>
        {props.isSending ? citizen.sending : citizen.send}
      </Button>
      {props.mayRestart && (
        <noscript>
          <Button type="submit" look="quiet" name="fresh" value="1">
            {citizen.startAgain}
          </Button>
        </noscript>
      )}
    </div>
  )
}
