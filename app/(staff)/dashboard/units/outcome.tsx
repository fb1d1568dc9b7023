import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { fill } from '@/lib/words'

/** What the form that led here has done, or what was wrong with it. */
export function Outcome({ params, locale }: { params: URLSearchParams; locale: Locale }) {
  const { offices } = messagesFor(locale)
  const problem = params.has('problem') ? sentenceOf(params.get('problem') ?? '', locale) : null
  const done = lookUp(offices.done, params.get('done') ?? '')
  if (problem) {
    const text = fill(problem, { max: params.get('max') ?? '' })
    const href = `#${params.get('field') ?? 'main'}`
    return <ErrorSummary title={translator(locale)('offices.wrong')} items={[{ href, text }]} />
  }
  return done ? (
    <div role="status">
      <Notice>
        <p>{done}</p>
      </Notice>
    </div>
  ) : null
}

/** What a code says; files have their sentences with the dossiers, where they were read first. */
export function sentenceOf(code: string, locale: Locale): string {
  const { problems, dossiers } = messagesFor(locale)
  return lookUp(problems, code) ?? lookUp(dossiers.problems, code) ?? problems.unexpected
}
