import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { enrolDevice } from '@/lib/device-link'
import { isPin, makePinLock } from '@/lib/pin'
import { fill } from '@/lib/words'
import { outbox } from '../submission'
import styles from './enrol-screen.module.css'
import kioskStyles from './kiosk.module.css'
import type { KioskWords } from './kiosk-words'
import { ScreenHeading } from './screen-heading'

/** Makes this tablet a device of a desk: a code from staff, and the PIN for the panel. */
export function EnrolScreen(props: {
  words: KioskWords
  isBarred: boolean
  isKnown: boolean
  /** Somebody has begun to fill in the form: no new build may take it away. */
  onTyping: (isTyping: boolean) => void
  onDone: () => Promise<void>
  onCancel: (() => void) | undefined
}) {
  const { kiosk } = props.words
  const [problem, setProblem] = useState('')
  const [isSending, setIsSending] = useState(false)
  const waiting = useWaiting()
  const form = useRef<HTMLFormElement>(null)
  const onInput = useTyping(form, props.onTyping, props.onCancel)
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const form = new FormData(event.currentTarget)
    const [code, pin, again] = ['code', 'pin', 'again'].map((name) => String(form.get(name) ?? ''))
    setIsSending(true)
    setProblem(await enrol(kiosk, code?.trim() ?? '', pin ?? '', again ?? '', props.onDone))
    setIsSending(false)
  }
  return (
    <main className={kioskStyles.screen}>
      <ScreenHeading>{props.isBarred ? kiosk.barredTitle : kiosk.enrolTitle}</ScreenHeading>
      {props.isBarred && (
        <Notice tone="danger">
          {waiting > 0 ? fill(kiosk.barredText, { n: waiting }) : kiosk.barredEmpty}
        </Notice>
      )}
      {props.isKnown && !props.isBarred && waiting > 0 && (
        <Notice>{fill(kiosk.enrolKept, { n: waiting })}</Notice>
      )}
      <p className={kioskStyles.lead}>{kiosk.enrolText}</p>
      <SecurityNotice kiosk={kiosk} />
      <form
        ref={form}
        className={styles.form}
        onInput={onInput}
        onSubmit={onSubmit}
        autoComplete="off"
        noValidate
      >
        <Field name="code" label={kiosk.code} hint={kiosk.codeHint} />
        <Field name="pin" label={kiosk.pin} hint={kiosk.pinHint} isSecret />
        <Field name="again" label={kiosk.pinAgain} isSecret />
        <div role="alert" className={kioskStyles.problem}>
          {problem}
        </div>
        <div className={`${kioskStyles.ways} ${styles.send}`}>
          {props.onCancel && (
            <Button size="large" look="quiet" onClick={props.onCancel}>
              {kiosk.back}
            </Button>
          )}
          <Button size="large" type="submit" aria-disabled={isSending || undefined}>
            {isSending ? kiosk.enrolling : kiosk.enrol}
          </Button>
        </div>
      </form>
    </main>
  )
}

/** The sentence of what is wrong, or an empty one when the tablet is enrolled. */
async function enrol(
  kiosk: KioskWords['kiosk'],
  code: string,
  pin: string,
  again: string,
  onDone: () => Promise<void>,
): Promise<string> {
  if (code === '') return kiosk.codeMissing
  if (!isPin(pin)) return kiosk.pinWrong
  if (pin !== again) return kiosk.pinDiffers
  try {
    const outcome = await enrolDevice(code, await makePinLock(pin))
    if (outcome.state === 'unreached') return kiosk.enrolUnreached
    if (outcome.state === 'refused') return outcome.reason || kiosk.enrolRefused
    // What was not taken before may be taken now.
    void outbox()
      .retryRefused()
      .catch(() => undefined)
    await onDone()
    return ''
  } catch {
    return kiosk.brokenText
  }
}

function Field(props: { name: string; label: string; hint?: string; isSecret?: boolean }) {
  const { name, label, hint, isSecret } = props
  return (
    <div className={styles.field}>
      <label htmlFor={`enrol-${name}`}>{label}</label>
      {hint && <p id={`enrol-${name}-hint`}>{hint}</p>}
      <input
        id={`enrol-${name}`}
        name={name}
        type={isSecret ? 'password' : 'text'}
        inputMode={isSecret ? 'numeric' : undefined}
        autoComplete={isSecret ? 'new-password' : 'off'}
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={hint ? `enrol-${name}-hint` : undefined}
      />
    </div>
  )
}

/** Plain http on an office network: works, but cannot start without a network. Said, not hidden. */
function SecurityNotice({ kiosk }: { kiosk: KioskWords['kiosk'] }) {
  if (window.isSecureContext) return null
  return (
    <Notice tone="caution" title={kiosk.insecureTitle}>
      {kiosk.insecureText}
    </Notice>
  )
}

const forgottenAfter = 3 * 60_000

/**
 * Tells while somebody fills in the form. What was left half-way is wiped: a code and a PIN are nobody else's business;
 * and where there is a way back (`onLeft`), it is taken.
 */
function useTyping(
  form: RefObject<HTMLFormElement | null>,
  tell: (isTyping: boolean) => void,
  onLeft: (() => void) | undefined,
) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const left = useRef(onLeft)
  left.current = onLeft
  const wait = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      form.current?.reset()
      tell(false)
      left.current?.()
    }, forgottenAfter)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the beginning and the end alone
  useEffect(() => {
    wait()
    return () => {
      clearTimeout(timer.current)
      tell(false)
    }
  }, [])
  return () => {
    wait()
    const fields = form.current ? [...new FormData(form.current).values()] : []
    tell(fields.some((value) => value !== ''))
  }
}

function useWaiting(): number {
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    const look = () =>
      void outbox()
        .status()
        .then((status) => setWaiting(status.waiting))
        .catch(() => undefined)
    look()
    return outbox().subscribe(look)
  }, [])
  return waiting
}
