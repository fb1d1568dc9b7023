import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { getSetting, putSettings } from '@/lib/device-settings'
import { tryPin, waitOf } from '@/lib/pin'
import { fill } from '@/lib/words'
import styles from './enrol-screen.module.css'
import kioskStyles from './kiosk.module.css'
import type { KioskWords } from './kiosk-words'

/** Asks for the PIN; checked on the tablet, slower after five errors, over restarts too. */
export function PinForm({ words, onRight }: { words: KioskWords['kiosk']; onRight: () => void }) {
  const [problem, setProblem] = useState('')
  const [isTrying, setIsTrying] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const wait = useWait(isTrying)
  useEffect(() => input.current?.focus(), [])
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isTrying) return
    const form = event.currentTarget
    setIsTrying(true)
    const isRight = await check(String(new FormData(form).get('pin') ?? '')).catch(() => false)
    setIsTrying(false)
    if (isRight) return onRight()
    form.reset()
    setProblem(words.pinRefused)
  }
  return (
    <form className={styles.form} onSubmit={onSubmit} autoComplete="off" noValidate>
      <div className={styles.field}>
        <label htmlFor="staff-pin">{words.pin}</label>
        <input
          id="staff-pin"
          name="pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          ref={input}
          aria-describedby="staff-pin-problem"
        />
      </div>
      <div role="alert" id="staff-pin-problem" className={kioskStyles.problem}>
        {wait > 0 ? fill(words.pinWait, { n: Math.ceil(wait / 1000) }) : problem}
      </div>
      <Button size="large" type="submit" aria-disabled={isTrying || wait > 0 || undefined}>
        {words.openPanel}
      </Button>
    </form>
  )
}

async function check(pin: string): Promise<boolean> {
  const lock = await getSetting('pin')
  if (!lock) return false
  const tried = await tryPin(lock, pin, Date.now())
  await putSettings({ pin: tried.lock })
  return tried.isRight
}

/** Milliseconds until the next try. */
function useWait(isTrying: boolean): number {
  const [wait, setWait] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every try may have set a wait
  useEffect(() => {
    const look = async () => {
      const lock = await getSetting('pin')
      setWait(lock ? waitOf(lock, Date.now()) : 0)
    }
    const quietly = () => void look().catch(() => undefined)
    quietly()
    const rhythm = setInterval(quietly, 1_000)
    return () => clearInterval(rhythm)
  }, [isTrying])
  return wait
}
