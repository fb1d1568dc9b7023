import { DoneNotice } from '@/components/staff/done-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { ListFinding } from '@/domain/list-file'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { fill } from '@/lib/words'

/** What the form that led here has done, or what was wrong with it; `words` are what can have been done. */
export function Outcome(props: {
  params: URLSearchParams
  locale: Locale
  words?: Readonly<Record<string, string>>
}) {
  const { params, locale, words = messagesFor(locale).offices.done } = props
  const problem = params.has('problem') ? sentenceOf(params.get('problem') ?? '', locale) : null
  if (!problem) return <DoneNotice text={lookUp(words, params.get('done') ?? '')} />
  const text = fill(problem, { max: params.get('max') ?? '', known: params.get('known') ?? '' })
  const href = `#${params.get('field') ?? 'main'}`
  return <ErrorSummary title={translator(locale)('offices.wrong')} items={[{ href, text }]} />
}

/** What is wrong with a line of a list. */
export const sayFinding = ({ row, problem: { code, params } }: ListFinding, locale: Locale) => ({
  row,
  text: fill(sentenceOf(code, locale), params),
})

/** What a code says; files have their sentences with the dossiers, where they were read first. */
function sentenceOf(code: string, locale: Locale): string {
  const { problems, dossiers } = messagesFor(locale)
  return lookUp(problems, code) ?? lookUp(dossiers.problems, code) ?? problems.unexpected
}
