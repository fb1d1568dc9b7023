import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { DoneMark } from '@/components/ui/done-mark'
import type { SurveyDefinition } from '@/domain/survey'
import { say } from '@/lib/words'
import styles from './kiosk.module.css'
import { ScreenHeading } from './screen-heading'
import type { StepView } from './step-view'
import type { Safety } from './visit-state'

const usualSeconds = 5
const sentences = { stored: 'stored', delivered: 'delivered', older: 'storedOlder' } as const

/** Thanks, after the response is safe; goes back to the start by itself. */
export function ThanksScreen(props: {
  definition: SurveyDefinition
  view: StepView
  safety: Safety
  onDone: () => void
}) {
  const { definition, view } = props
  const { kiosk } = view.words
  const done = useRef(props.onDone)
  done.current = props.onDone
  const seconds = definition.thanksSeconds ?? usualSeconds
  useEffect(() => {
    const timer = setTimeout(() => done.current(), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return (
    <main className={`${styles.screen} ${styles.middle}`}>
      <DoneMark />
      <ScreenHeading id="thanks" lang={view.textLang}>
        {definition.thanks ? say(definition.thanks, view.textLocale) : view.words.thanks}
      </ScreenHeading>
      <p className={styles.lead}>{kiosk[sentences[props.safety]]}</p>
      <div className={styles.ways}>
        <Button size="large" look="quiet" onClick={props.onDone}>
          {kiosk.toStart}
        </Button>
      </div>
    </main>
  )
}

/** Nothing was stored anywhere: said plainly, with another try, and never a thank-you. */
export function UnsafeScreen(props: { view: StepView; onRetry: () => void; onLeave: () => void }) {
  const { kiosk, tryAgain } = props.view.words
  return (
    <main className={`${styles.screen} ${styles.middle}`}>
      <div role="alert" className={styles.alert}>
        <ScreenHeading id="unsafe">{kiosk.unsafeTitle}</ScreenHeading>
        <p className={styles.lead}>{kiosk.unsafeText}</p>
      </div>
      <div className={styles.ways}>
        <Button size="large" look="quiet" onClick={props.onLeave}>
          {kiosk.leave}
        </Button>
        <Button size="large" onClick={props.onRetry}>
          {tryAgain}
        </Button>
      </div>
    </main>
  )
}
