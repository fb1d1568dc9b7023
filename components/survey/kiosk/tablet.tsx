import { useEffect, useState } from 'react'
import type { Locale } from '@/domain/survey'
import { useTitle } from '../use-page'
import { BeforeDesk } from './before-desk'
import { DeskScreens } from './desk-screens'
import styles from './kiosk.module.css'
import type { KioskWordsBy } from './kiosk-words'
import { StaffPanel } from './staff-panel'
import type { Device, useDevice } from './use-device'
import { useLook } from './use-look'

export type Props = Readonly<{ wordsBy: KioskWordsBy; build: string }>

type TabletProps = Props &
  Readonly<{
    device: Device
    refresh: () => Promise<void>
    prefer: ReturnType<typeof useDevice>['prefer']
    setIsBusy: (isBusy: boolean) => void
  }>

/** The screens of a tablet whose memory has been read. */
export function Tablet({ wordsBy, build, device, refresh, prefer, setIsBusy }: TabletProps) {
  const { preferences, enrolment, office, pause } = device
  const { locale, comfort, isChanged, show, setLocale, setComfort } = useLook(preferences)
  const [isStaff, setIsStaff] = useState(false)
  const [isEnrolling, setIsEnrolling] = useState(false)
  const [isVisited, setIsVisited] = useState(false)
  const [isTyping, setIsTyping] = useState(false)
  const words = wordsBy[locale]
  usePageName(locale, `${words.kiosk.title} · ${words.app.name}`)
  const isDesk = enrolment && office && !isEnrolling && (!pause || isVisited)
  useEffect(
    () => setIsBusy(isVisited || isStaff || isTyping),
    [isVisited, isStaff, isTyping, setIsBusy],
  )
  const header = {
    words,
    locale,
    comfort,
    onComfort: setComfort,
    onStaff: () => enrolment && setIsStaff(true),
  }
  return (
    <div
      className={styles.kiosk}
      data-text={comfort.isLarge ? 'large' : undefined}
      data-contrast={comfort.isContrast ? 'high' : undefined}
    >
      {isDesk ? (
        <DeskScreens
          {...header}
          office={office}
          credential={enrolment.credential}
          onSpeak={setLocale}
          isHeld={isStaff}
          isChanged={isChanged}
          onReset={() => show(preferences)}
          onVisit={setIsVisited}
        />
      ) : (
        <BeforeDesk
          {...header}
          build={build}
          device={device}
          isEnrolling={isEnrolling}
          onSpeak={setLocale}
          onTyping={setIsTyping}
          onDone={refresh}
          onEnd={() => setIsEnrolling(false)}
        />
      )}
      {isStaff && (
        <StaffPanel
          words={words.kiosk}
          locale={locale}
          build={build}
          device={device}
          onPrefer={(change) => {
            show({ ...preferences, ...change })
            void prefer(change)
          }}
          onEnrol={() => {
            setIsStaff(false)
            setIsEnrolling(true)
          }}
          onClose={() => setIsStaff(false)}
        />
      )}
    </div>
  )
}

function usePageName(locale: Locale, title: string) {
  useTitle(title)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
}
