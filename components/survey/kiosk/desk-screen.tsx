import { isOneTap, stepsOf } from '@/domain/visit'
import type { Office, OfficeSurvey } from '@/lib/device-records'
import { ThanksScreen, UnsafeScreen } from './end-screens'
import { ChooserScreen, IntroScreen } from './home-screen'
import { StepScreen } from './step-screen'
import type { StepView } from './step-view'
import type { VisitWay } from './use-visit'

/** What this desk shows at the moment. */
export function Screen(props: {
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
