import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { type Locale, locales } from '@/domain/survey'
import type { Preferences } from '@/lib/device-records'
import { languageNames } from '@/lib/words'
import styles from './dialog.module.css'
import type { KioskWords } from './kiosk-words'
import { PinForm } from './pin-form'
import { QuarantineList } from './quarantine-list'
import { StateList } from './state-list'
import type { Device } from './use-device'
import { usePanelState } from './use-panel-state'

type Props = Readonly<{
  words: KioskWords['kiosk']
  locale: Locale
  build: string
  device: Device
  onPrefer: (change: Partial<Preferences>) => void
  onEnrol: () => void
  onClose: () => void
}>

/** A panel that staff forgot to close does not stay open for citizens. */
const forgottenAfter = 3 * 60_000

/** What staff see behind the hidden gesture and the PIN. Needs no network. */
export function StaffPanel(props: Props) {
  const { words } = props
  const [isOpen, setIsOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useRef(props.onClose)
  close.current = props.onClose
  useEffect(() => {
    dialog.current?.showModal()
    const timer = setTimeout(() => close.current(), forgottenAfter)
    return () => clearTimeout(timer)
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${isOpen ? styles.panel : ''}`}
      aria-labelledby="staff-title"
      onClose={props.onClose}
    >
      <h2 id="staff-title">{words.panelTitle}</h2>
      {isOpen ? <Panel {...props} /> : <PinForm words={words} onRight={() => setIsOpen(true)} />}
      <div className={styles.close}>
        <Button size="large" look="quiet" onClick={props.onClose}>
          {words.close}
        </Button>
      </div>
    </dialog>
  )
}

function Panel(props: Props) {
  const { words, device } = props
  const { preferences } = device
  const state = usePanelState()
  return (
    <div className={styles.panelBody}>
      <StateList {...props} state={state} />
      {state && <QuarantineList words={words} state={state} />}
      <section className={styles.actions} aria-label={words.actions}>
        <Button onClick={state?.sendNow}>{words.sendNow}</Button>
        <Button look="quiet" onClick={state?.resend}>
          {words.resend}
        </Button>
        <Button look="quiet" onClick={() => void toggleFullScreen()}>
          {words.fullScreen}
        </Button>
        <Button look="quiet" onClick={props.onEnrol}>
          {words.enrolAgain}
        </Button>
        <ButtonLink look="quiet" href="/">
          {words.leaveKiosk}
        </ButtonLink>
      </section>
      <fieldset className={styles.actions}>
        <legend>{words.defaults}</legend>
        {locales.map((locale) => (
          <Button
            key={locale}
            look="quiet"
            lang={locale}
            aria-pressed={preferences.locale === locale}
            onClick={() => props.onPrefer({ locale })}
          >
            {languageNames[locale]}
          </Button>
        ))}
        <Button
          look="quiet"
          aria-pressed={preferences.isLarge}
          onClick={() => props.onPrefer({ isLarge: !preferences.isLarge })}
        >
          {words.largeText}
        </Button>
        <Button
          look="quiet"
          aria-pressed={preferences.isContrast}
          onClick={() => props.onPrefer({ isContrast: !preferences.isContrast })}
        >
          {words.contrast}
        </Button>
      </fieldset>
    </div>
  )
}

async function toggleFullScreen() {
  const isFull = document.fullscreenElement !== null
  await (isFull
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.()
  )?.catch(() => undefined)
}
