import { countedSentence, coverageClause } from './count-sentence'
import type { Figures } from './figure'
import { formatCount, formatFraction, formatRate } from './number-format'
import { formatDay } from './period'
import { bottomTwoBox, neutralBox, topTwoBox } from './rate'
import { reasonSentence } from './reason-sentence'
import type { Report } from './report'
import type { Shown, Wording } from './report-wording'

/**
 * The ready paragraph that an official puts into a report: who answered, how many of how many, what they said. Whole
 * sentences in every state, and in none of them a number that must stay hidden or a share without what it is of.
 */
export function writeParagraph(report: Report, word: Wording): string {
  const { total: figures } = report
  const { total } = figures
  const head = {
    from: formatDay(figures.period.from),
    to: formatDay(figures.period.to),
    unit: figures.scope.unit.name,
  }
  if (total.status === 'suppressed') return word('sentence.suppressed', head)
  if (total.status === 'none') return emptySentences(figures, head, word)
  return [
    countedSentence(figures, total, head, word),
    figures.coverage.status === 'no-statistics' ? word('sentence.coverageNone') : '',
    ratedSentence(total, word),
    reasonSentence(report.breakdowns, word),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Nobody chose a level, though somebody may have answered other questions. */
function emptySentences(figures: Figures, head: Record<string, string>, word: Wording): string {
  const valid = (figures.missing ?? 0) + (figures.notApplicable ?? 0)
  if (valid === 0) return word('sentence.none', head)
  const n = formatCount(valid, 'vi')
  const coverage = coverageClause(figures, word)
  const counted = word('sentence.counted', { ...head, n, channels: '', coverage })
  return `${counted} ${word('sentence.unrated')}`
}

function ratedSentence({ levels, status }: Shown, word: Wording): string {
  const [top, neutral, low] = [topTwoBox(levels), neutralBox(levels), bottomTwoBox(levels)]
  const parts = {
    k: formatFraction(top, 'vi'),
    neutral: formatFraction(neutral, 'vi'),
    low: formatFraction(low, 'vi'),
  }
  if (status === 'reference') return word('sentence.reference', parts)
  return word('sentence.rated', {
    ...parts,
    rate: formatRate(top, 'vi'),
    neutralRate: formatRate(neutral, 'vi'),
    lowRate: formatRate(low, 'vi'),
  })
}
