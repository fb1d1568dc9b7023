import { oneOfEach, type Query } from '@/app/query'
import { DoneNotice } from '@/components/staff/done-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Locale } from '@/domain/survey'
import { lookUp, type MessageKey, messagesFor, type Translate } from '@/lib/i18n'
import { fill } from '@/lib/words'

type OwnerOf<Key> = Key extends `${infer Owner}.done.${string}` ? Owner : never

/** What the form that led here has done, or what was wrong with it. */
export function Outcome(props: {
  params: Query | URLSearchParams
  t: Translate
  /** Whose `done` has the sentences. */
  of?: OwnerOf<MessageKey>
  /** Over what was wrong. */
  wrong?: MessageKey
  /** Where on the page a field is found. */
  anchorOf?: (field: string) => string
}) {
  const { params, t, of = '', wrong = 'people.wrong', anchorOf = ownAnchor } = props
  const asked = params instanceof URLSearchParams ? params : oneOfEach(params)
  const one = (name: string) => asked.get(name) ?? ''
  const problem = sentenceOf(one('problem'), t.locale)
  if (!problem) {
    const done = lookUp(messagesFor(t.locale), `${of}.done.${one('done')}`)
    return <DoneNotice text={done} />
  }
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
