import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { fill } from '@/lib/words'

export type OutcomeQuery = Readonly<Record<string, string | string[] | undefined>>

/** What the form that led here has done, in one of these sentences, or what was wrong with it. */
export function Outcome(props: {
  params: OutcomeQuery
  locale: Locale
  done: Readonly<Record<string, string>>
}) {
  const { params, locale } = props
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : '')
  const problem = lookUp(messagesFor(locale).problems, one('problem'))
  const done = lookUp(props.done, one('done'))
  if (problem) {
    const text = fill(problem, { max: one('max'), n: one('n') })
    const href = `#${/^[a-z]+$/.test(one('field')) ? one('field') : 'main'}`
    return <ErrorSummary title={translator(locale)('people.wrong')} items={[{ href, text }]} />
  }
  return done ? (
    <div role="status">
      <Notice>
        <p>{done}</p>
      </Notice>
    </div>
  ) : null
}
