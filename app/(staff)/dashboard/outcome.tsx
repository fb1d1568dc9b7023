import type { Query } from '@/app/query'
import { DoneNotice } from '@/components/staff/done-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Locale } from '@/domain/survey'
import { lookUp, type MessageKey, messagesFor, translator } from '@/lib/i18n'
import { fill } from '@/lib/words'

/** What the form that led here has done, in one of these sentences, or what was wrong with it. */
export function Outcome(props: {
  params: Query
  locale: Locale
  done: Readonly<Record<string, string>>
  /** Over what was wrong. */
  wrong?: MessageKey
  /** Where on the page a field is found. */
  anchorOf?: (field: string) => string
}) {
  const { params, locale, wrong = 'people.wrong', anchorOf = ownAnchor } = props
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : '')
  const problem = lookUp(messagesFor(locale).problems, one('problem'))
  if (!problem) return <DoneNotice text={lookUp(props.done, one('done'))} />
  const text = fill(problem, { max: one('max'), n: one('n'), field: one('field') })
  const href = `#${anchorOf(one('field'))}`
  return <ErrorSummary title={translator(locale)(wrong)} items={[{ href, text }]} />
}

const ownAnchor = (field: string) => (/^[a-z]+$/.test(field) ? field : 'main')
