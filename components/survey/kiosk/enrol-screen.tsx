import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { fill } from '@/lib/words'
import { type EnrolProblem, enrol } from './enrol'
import styles from './enrol-screen.module.css'
import kioskStyles from './kiosk.module.css'
import type { KioskWords } from './kiosk-words'
import { ScreenHeading } from './screen-heading'
import { useTyping } from './use-typing'
import { useWaiting } from './use-waiting'

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
  const [problem, setProblem] = useState<EnrolProblem | null>(null)
  const [isSending, setIsSending] = useState(false)
  const waiting = useWaiting()
  const form = useRef<HTMLFormElement>(null)
  const onInput = useTyping(form, props.onTyping, props.onCancel)
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const typed = new FormData(event.currentTarget)
    const [code, pin, again] = ['code', 'pin', 'again'].map((name) => String(typed.get(name) ?? ''))
    setIsSending(true)
    const found = await enrol(kiosk, code?.trim() ?? '', pin ?? '', again ?? '', props.onDone)
    setProblem(found)
    setIsSending(false)
    if (found?.field)
      form.current?.querySelector<HTMLInputElement>(`#enrol-${found.field}`)?.focus()
  }
  return (
    <main className={kioskStyles.screen}>
      <ScreenHeading>{props.isBarred ? kiosk.barredTitle : kiosk.enrolTitle}</ScreenHeading>
      {props.isBarred && (
        <>
          <p className={kioskStyles.lead}>{kiosk.barredCitizens}</p>
          <Notice tone="danger">
            {waiting > 0 ? fill(kiosk.barredText, { n: waiting }) : kiosk.barredEmpty}
          </Notice>
        </>
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
        <Field name="code" label={kiosk.code} hint={kiosk.codeHint} problem={problem} />
        <Field name="pin" label={kiosk.pin} hint={kiosk.pinHint} problem={problem} isSecret />
        <Field name="again" label={kiosk.pinAgain} problem={problem} isSecret />
        {problem && !problem.field && (
          <p role="alert" className={kioskStyles.problem}>
            {problem.text}
          </p>
        )}
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

/** A field with its label and hint, and under it what is wrong with it; a secret one is not shown. */
function Field(props: {
  name: NonNullable<EnrolProblem['field']>
  label: string
  hint?: string
  problem: EnrolProblem | null
  isSecret?: boolean
}) {
  const { name, label, hint, isSecret } = props
  const id = `enrol-${name}`
  const problem = props.problem?.field === name ? props.problem.text : undefined
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <input
        id={id}
        name={name}
        type={isSecret ? 'password' : 'text'}
        inputMode={isSecret ? 'numeric' : undefined}
        autoComplete={isSecret ? 'new-password' : 'off'}
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
      {problem && (
        <strong id={`${id}-problem`} role="alert" className={kioskStyles.problem}>
          {problem}
        </strong>
      )}
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
