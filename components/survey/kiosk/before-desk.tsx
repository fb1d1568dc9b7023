import { type Locale, locales } from '@/domain/survey'
import { EnrolScreen } from './enrol-screen'
import { KioskHeader } from './kiosk-header'
import { OpeningScreen } from './notice-screens'
import type { Device } from './use-device'

/** Enrolment, or waiting for the first word of the server after it. */
export function BeforeDesk(
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
