'use client'

import { useEffect, useState } from 'react'
import { type Locale, locales } from '@/domain/survey'
import type { Preferences } from '@/lib/device-records'
import { useTitle } from '../use-page'
import { DeskScreens } from './desk-screens'
import { EnrolScreen } from './enrol-screen'
import styles from './kiosk.module.css'
import { type Comfort, KioskHeader } from './kiosk-header'
import type { KioskWordsBy } from './kiosk-words'
import { BrokenScreen, OpeningScreen } from './notice-screens'
import { StaffPanel } from './staff-panel'
import { type Device, useDevice } from './use-device'
import { useFreshReturn, usePersistence, useWakeLock, useWorker } from './use-tablet'
import { useNoMenu } from './use-touch'

type Props = Readonly<{ wordsBy: KioskWordsBy; build: string }>

/** The tablet at the desk: enrolment first, then one person after another. Works without a network. */
export function KioskApp({ wordsBy, build }: Props) {
  const { device, refresh, prefer } = useDevice(build)
  const [isBusy, setIsBusy] = useState(false)
  useFreshReturn()
  useNoMenu()
  useWorker(!isBusy)
  const isEnrolled = device?.enrolment !== undefined
  useWakeLock(isEnrolled)
  usePersistence(isEnrolled)
  if (!device) return <OpeningScreen words={wordsBy.vi} build={build} />
  if (device.isBroken) return <BrokenScreen words={wordsBy.vi} />
  const shared = { wordsBy, build, device, refresh, prefer, setIsBusy }
  return <Tablet {...shared} />
}

type TabletProps = Props &
  Readonly<{
    device: Device
    refresh: () => Promise<void>
    prefer: ReturnType<typeof useDevice>['prefer']
    setIsBusy: (isBusy: boolean) => void
  }>

function Tablet({ wordsBy, build, device, refresh, prefer, setIsBusy }: TabletProps) {
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

/** Language, size and contrast as they are now; `show` sets them all. */
function useLook(preferences: Preferences) {
  const [locale, setLocale] = useState<Locale>(preferences.locale)
  const [comfort, setComfort] = useState<Comfort>(preferences)
  const isChanged =
    locale !== preferences.locale ||
    comfort.isLarge !== preferences.isLarge ||
    comfort.isContrast !== preferences.isContrast
  const show = (as: Preferences) => {
    setLocale(as.locale)
    setComfort(as)
  }
  return { locale, comfort, isChanged, show, setLocale, setComfort }
}

function usePageName(locale: Locale, title: string) {
  useTitle(title)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
}

/** Enrolment, or waiting for the first word of the server after it. */
function BeforeDesk(
  props: Pick<Parameters<typeof KioskHeader>[0], 'words' | 'locale' | 'comfort' | 'onComfort'> &
    Readonly<{
      build: string
      device: Device
      isEnrolling: boolean
      onStaff: () => void
      onSpeak: (locale: Locale) => void
      onTyping: (isTyping: boolean) => void
      onDone: () => Promise<void>
      onEnd: () => void
    }>,
) {
  const { enrolment, office, pause } = props.device
  const isWaiting = enrolment && !office && !pause && !props.isEnrolling
  return (
    <>
      <KioskHeader {...props} offered={locales} onRead={undefined} />
      {isWaiting ? (
        <OpeningScreen words={props.words} build={props.build} />
      ) : (
        <EnrolScreen
          words={props.words}
          isBarred={pause !== undefined}
          isKnown={enrolment !== undefined}
          onTyping={props.onTyping}
          onDone={async () => {
            props.onEnd()
            await props.onDone()
          }}
          onCancel={props.isEnrolling && !pause ? props.onEnd : undefined}
        />
      )}
    </>
  )
}
