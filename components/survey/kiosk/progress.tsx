import { fill } from '@/lib/words'
import styles from './kiosk.module.css'
import type { StepView } from './step-view'

/** Which step this is, of how many. */
export function Progress({ view, n, all }: { view: StepView; n: number; all: number }) {
  const text = fill(view.words.kiosk.progress, { n, all })
  return (
    <div className={styles.progress}>
      <p>{text}</p>
      <progress value={n} max={all} aria-label={text} />
    </div>
  )
}
