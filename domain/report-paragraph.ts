import type { Channel } from './door'
import type { FigureRow, Figures } from './figure'
import { formatCount, formatFraction, formatRate } from './number-format'
import { formatDay } from './period'
import { bottomTwoBox, neutralBox, topTwoBox } from './rate'
import type { Report } from './report'

type SentenceKey =
  | 'none'
  | 'suppressed'
  | 'counted'
  | 'countedPart'
  | 'channels'
  | 'channelsSome'
  | 'channelsHidden'
  | 'coverage'
  | 'coverageOver'
  | 'coverageZero'
  | 'coverageNone'
  | 'rated'
  | 'reference'
  | 'unrated'
  | 'reasons'
  | 'reasonsSome'
  | 'reasonsHidden'
  | 'reasonsNone'
  | 'reason'

/** Fills the sentence of a key; the words are the caller's. */
export type Wording = (
  key: `sentence.${SentenceKey}` | `${'channel' | 'channelOnly'}.${Channel}`,
  params?: Readonly<Record<string, string>>,
) => string

type Shown = Extract<FigureRow, { status: 'ok' | 'reference' }>

const mostReasons = 3

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

function countedSentence(
  figures: Figures,
  total: Shown,
  head: Record<string, string>,
  word: Wording,
): string {
  const valid = total.n + (figures.missing ?? 0) + (figures.notApplicable ?? 0)
  return word(valid === total.n ? 'sentence.counted' : 'sentence.countedPart', {
    ...head,
    valid: formatCount(valid, 'vi'),
    n: formatCount(total.n, 'vi'),
    channels: channelClause(figures, word),
    coverage: coverageClause(figures, word),
  })
}

function channelClause({ channels }: Figures, word: Wording): string {
  const shown = channels.filter(({ n }) => n !== undefined && n > 0)
  const isPart = channels.some(({ n }) => n === undefined)
  const [first, second] = shown
  if (!first) return isPart ? word('sentence.channelsHidden') : ''
  if (!second && !isPart) {
    return word('sentence.channels', { list: word(`channelOnly.${first.key}`) })
  }
  const list = shown
    .map(({ key, n }) => word(`channel.${key}`, { n: formatCount(n ?? 0, 'vi') }))
    .join(', ')
  return word(isPart ? 'sentence.channelsSome' : 'sentence.channels', { list })
}

function coverageClause({ coverage }: Figures, word: Wording): string {
  if (coverage.status !== 'ok' && coverage.status !== 'over') return ''
  if (coverage.dossiers === 0) return word('sentence.coverageZero')
  const rate = { k: coverage.n, n: coverage.dossiers }
  return word(coverage.status === 'over' ? 'sentence.coverageOver' : 'sentence.coverage', {
    rate: formatRate(rate, 'vi'),
    fraction: formatFraction(rate, 'vi'),
  })
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

/** Nothing where the survey asks for no reasons. */
function reasonSentence(breakdowns: readonly Figures[], word: Wording): string {
  const rows = breakdowns.find(({ by }) => by === 'reason')?.rows ?? []
  if (rows.length === 0) return ''
  const isPart = rows.some(({ status }) => status === 'suppressed')
  const chosen = mostChosen(rows)
  if (chosen.length === 0) return word(isPart ? 'sentence.reasonsHidden' : 'sentence.reasonsNone')
  const list = chosen
    .map(({ label, n, levels }) => {
      // The same list is put to the satisfied, so that a choice alone is no complaint.
      const low = formatCount(bottomTwoBox(levels).k, 'vi')
      return word('sentence.reason', { label, n: formatCount(n, 'vi'), low })
    })
    .join('; ')
  return word(isPart ? 'sentence.reasonsSome' : 'sentence.reasons', { list })
}

/** The three most chosen. Where many share the third place only those above it are named, or all where none is. */
function mostChosen(rows: readonly FigureRow[]): Shown[] {
  const shown = rows
    .flatMap((row) => (row.status === 'ok' || row.status === 'reference' ? [row] : []))
    .toSorted((a, b) => b.n - a.n)
  const last = shown[mostReasons - 1]
  if (!last) return shown
  const withTies = shown.filter(({ n }) => n >= last.n)
  if (withTies.length <= mostReasons + 1) return withTies
  const above = shown.filter(({ n }) => n > last.n)
  return above.length > 0 ? above : withTies
}
