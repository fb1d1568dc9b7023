import { ErrorSummary } from '@/components/ui/error-summary'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor } from '@/lib/i18n'
import { fill } from '@/lib/words'

/** What was wrong with the form that led back here, by the address; nothing where all is well. */
export function ProblemSummary(props: {
  title: string
  params: URLSearchParams
  /** The first input of the form. */
  href: string
  locale: Locale
}) {
  const problem = lookUp(messagesFor(props.locale).problems, props.params.get('problem') ?? '')
  if (!problem) return null
  const text = fill(problem, { max: props.params.get('max') ?? '' })
  const href = props.params.get('field') === 'reason' ? '#reason' : props.href
  return <ErrorSummary title={props.title} items={[{ href, text }]} />
}
