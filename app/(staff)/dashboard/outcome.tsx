import { oneOfEach, type Query } from '@/app/query'
import { DoneNotice } from '@/components/staff/done-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Locale } from '@/domain/survey'
import { lookUp, type MessageKey, messagesFor, type Translate } from '@/lib/i18n'
import { fill } from '@/lib/words'

/** What the form that led here has done, in one of these sentences, or what was wrong with it. */
export function Outcome(props: {
  params: Query | URLSearchParams
  t: Translate
  done: Readonly<Record<string, string>>
  /** Over what was wrong. */
  wrong?: MessageKey
  /** Where on the page a field is found. */
  anchorOf?: (field: string) => string
}) {
  const { params, t, wrong = 'people.wrong', anchorOf = ownAnchor } = props
  const asked = params instanceof URLSearchParams ? params : oneOfEach(params)
  const one = (name: string) => asked.get(name) ?? ''
  const problem = sentenceOf(one('problem'), t.locale)
  if (!problem) return <DoneNotice text={lookUp(props.done, one('done'))} />
  const said = Object.fromEntries(['max', 'n', 'field', 'known'].map((name) => [name, one(name)]))
  const items = [{ href: `#${anchorOf(one('field'))}`, text: fill(problem, said) }]
  return <ErrorSummary title={t(wrong)} items={items} />
}

const ownAnchor = (field: string) => (/^[a-z]+$/i.test(field) ? field : 'main')

/** What a code says; files have their sentences with the dossiers, where they were read first. */
export function sentenceOf(code: string, locale: Locale): string | undefined {
  const { problems, dossiers } = messagesFor(locale)
  return lookUp(problems, code) ?? lookUp(dossiers.problems, code)
}
