import { useEffect, useState } from 'react'
import type { Locale } from '@/domain/survey'
import { countedAnswers, isOneTap, stepsOf } from '@/domain/visit'
import type { Office, OfficeSurvey } from '@/lib/device-records'
import { ThanksScreen, UnsafeScreen } from './end-screens'
import { ChooserScreen, IntroScreen } from './home-screen'
import { IdleWarning } from './idle-warning'
import styles from './kiosk.module.css'
import { type Comfort, KioskHeader } from './kiosk-header'
import type { KioskWords } from './kiosk-words'
import { StepScreen } from './step-screen'
import type { StepView } from './step-view'
import { useIdle } from './use-idle'
import { useSpeech } from './use-speech'
import { endZoom, useZoomed } from './use-touch'
import { useVisit, type VisitWay } from './use-visit'

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
  useEffect(() => onVisit(isVisited), [onVisit, isVisited])
  // Staff may take the screen away half-way: nobody is answering then.
  useEffect(() => () => onVisit(false), [onVisit])
  const restart = () => {
    void way.leave()
    onReset()
    endZoom()
    setRound((n) => n + 1)
  }
  const isAsking = visit?.phase === 'asking' || visit?.phase === 'unsafe'
  const seconds = survey?.definition.idleResetSeconds ?? usualIdle
  const idle = useIdle(isAsking && !props.isHeld, seconds, restart)
  const isChanged = useZoomed() || props.isChanged
  useQuietReset(isChanged && !isVisited && !props.isHeld, restart)
  const offered = survey?.locales ?? localesOf(office.surveys)
  const textLocale = survey && !survey.locales.includes(locale) ? 'vi' : locale
  const onRead = useSpeech(locale, `${visit?.id} ${visit?.step} ${visit?.phase}`)
  const view: StepView = {
    words,
    scale: words.scale,
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
      <footer className={styles.foot} lang="vi">
        {office.desk.label} · {office.unit.name}
      </footer>
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

function Screen(props: {
  office: Office
  survey: OfficeSurvey | undefined
  way: VisitWay
  view: StepView
  onDone: () => void
}) {
  const { office, survey, way, view, onDone } = props
  const { visit } = way
  if (!survey) {
    const onChoose = (one: OfficeSurvey) => way.begin(one, isOneTap(one.definition) ? 0 : -1)
    return <ChooserScreen surveys={office.surveys} view={view} onChoose={onChoose} />
  }
  const { definition } = survey
  if (visit?.phase === 'thanks') {
    const { safety } = visit
    return <ThanksScreen definition={definition} view={view} safety={safety} onDone={onDone} />
  }
  if (visit?.phase === 'unsafe') {
    return <UnsafeScreen view={view} onRetry={() => void way.finish()} onLeave={onDone} />
  }
  if (!isOneTap(definition) && (visit?.step ?? -1) < 0) {
    return (
      <IntroScreen
        definition={definition}
        view={view}
        onBack={visit ? onDone : null}
        onBegin={() => (visit ? way.go(1) : way.begin(survey, 0))}
      />
    )
  }
  const steps = stepsOf(definition, view.answers)
  const step = Math.min(visit?.step ?? 0, steps.length - 1)
  const isStart = step === 0 && office.surveys.length === 1
  return (
    <StepScreen
      key={step}
      definition={definition}
      view={view}
      steps={steps}
      step={step}
      isStoring={visit?.phase === 'storing'}
      onBack={isStart ? null : () => (step === 0 ? onDone() : way.go(-1))}
      onAnswer={(question, value, goesOn) => way.answer(survey, question.id, value, goesOn)}
      onNext={() => (step >= steps.length - 1 ? void way.finish() : way.go(1))}
    />
  )
}

const quietSeconds = 45

/** A language, large letters or a part of the page that somebody chose and left go back by themselves. */
function useQuietReset(isOn: boolean, reset: () => void) {
  const idle = useIdle(isOn, quietSeconds, () => undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per quiet time; nothing is lost by it
  useEffect(() => {
    if (!idle.isWarned) return
    reset()
    idle.stay()
  }, [idle.isWarned])
}

const localesOf = (surveys: readonly OfficeSurvey[]): readonly Locale[] =>
  (['vi', 'en', 'km'] as const).filter((locale) =>
    surveys.some((survey) => survey.locales.includes(locale)),
  )
