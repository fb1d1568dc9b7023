import type { Translate } from '@/lib/i18n'
import { FormCard } from './form-card'

/** Closes a survey for everybody or opens it again, and says what that means. */
export function SurveyOpening(props: { isClosed: boolean; path: string; t: Translate }) {
  const { isClosed, path, t } = props
  const way = isClosed ? 'open' : 'close'
  return (
    <FormCard
      title={t(`surveys.opening.${way}Title`)}
      note={t(`surveys.opening.${way}Note`)}
      action={`${path}/opening`}
      submit={t(`surveys.opening.${way}`)}
      values={{ open: way === 'open' ? 1 : 0 }}
      quiet
    />
  )
}
