import { useEffect, useState } from 'react'
import type { Locale } from '@/domain/survey'
import { countedAnswers } from '@/domain/visit'
import type { Office, OfficeSurvey } from '@/lib/device-records'
import { Screen } from './desk-screen'
import { IdleWarning } from './idle-warning'
import { KioskFoot } from './kiosk-foot'
import { type Comfort, KioskHeader } from './kiosk-header'
import type { KioskWords } from './kiosk-words'
import { PrivacyPanel } from './privacy-panel'
import type { StepView } from './step-view'
import { useIdle } from './use-idle'
import { useQuietReset } from './use-quiet-reset'
import { useSpeech } from './use-speech'
import { endZoom, useZoomed } from './use-touch'
import { useVisit } from './use-visit'

type Props = Readonly<{
  words: KioskWords
  locale: Locale
  comfort: Comfort
  office: Office
  credential: string
  /** The staff's panel is open: nobody is hurried. */
  isHeld: boolean
  onSpeak: (locale: Locale) => void
  onComfort: (comfort: Comfort) => void
  onStaff: () => void
  /** Somebody chose another language or an aid to reading than staff have set. */
  isChanged: boolean
  /** Back to how staff have set the tablet. */
  onReset: () => void
  onVisit: (isVisited: boolean) => void
}>

const usualIdle = 60

/** An enrolled tablet: the start screen, one person's way, thanks, and the start again. */
export function DeskScreens(props: Props) {
  const { words, locale, office, onReset } = props
  const way = useVisit(props.credential, locale)
  const { visit } = way
  // Everything drawn for one person is thrown away for the next.
  const [round, setRound] = useState(0)
  const survey = visit?.survey ?? (office.surveys.length === 1 ? office.surveys[0] : undefined)
  const { onVisit } = props
  const isVisited = visit !== null
  const [isReading, setIsReading] = useState(false)
  const isBusy = isVisited || isReading
  useEffect(() => onVisit(isBusy), [onVisit, isBusy])
  // Staff may take the screen away half-way: nobody is answering then.
  useEffect(() => () => onVisit(false), [onVisit])
  const restart = () => {
    void way.leave()
    onReset()
    endZoom()
    setIsReading(false)
    setRound((n) => n + 1)
  }
  const isAsking = visit?.phase === 'asking' || visit?.phase === 'unsafe'
  const seconds = survey?.definition.idleResetSeconds ?? usualIdle
  const idle = useIdle((isAsking || isReading) && !props.isHeld, seconds, restart)
  const isChanged = useZoomed() || props.isChanged
  useQuietReset(isChanged && !isBusy && !props.isHeld, restart)
  const offered = survey?.locales ?? localesOf(office.surveys)
  const textLocale = survey && !survey.locales.includes(locale) ? 'vi' : locale
  const onRead = useSpeech(locale, `${visit?.id} ${visit?.step} ${visit?.phase}`)
  const view: StepView = {
    words,
    textLocale,
    textLang: textLocale === locale ? undefined : textLocale,
    answers: visit?.answers ?? {},
  }
  return (
    <>
      <KioskHeader
        {...props}
        offered={offered}
        onRead={onRead}
        onSpeak={(chosen) => {
          props.onSpeak(chosen)
          way.speak(chosen)
        }}
      />
      <Screen key={round} office={office} survey={survey} way={way} view={view} onDone={restart} />
      <KioskFoot
        words={words.kiosk}
        office={office}
        // Whoever is thanked has answered, and is led to the start in a moment.
        onRead={visit?.phase === 'thanks' ? undefined : () => setIsReading(true)}
      />
      {isReading && (
        <PrivacyPanel words={words} office={office} onClose={() => setIsReading(false)} />
      )}
      {idle.isWarned && (
        <IdleWarning
          words={words.kiosk}
          isCounted={
            visit !== null && countedAnswers(visit.survey.definition, visit.answers) !== null
          }
          onStay={idle.stay}
          onLeave={() => {
            idle.stay()
            restart()
          }}
        />
      )}
    </>
  )
}

const localesOf = (surveys: readonly OfficeSurvey[]): readonly Locale[] =>
  (['vi', 'en', 'km'] as const).filter((locale) =>
    surveys.some((survey) => survey.locales.includes(locale)),
  )
