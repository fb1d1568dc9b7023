import type { Figures } from './figure'
import { formatCount, formatFraction, formatRate } from './number-format'
import type { Shown, Wording } from './report-wording'

/** How many took part, by which ways, and how many of those who could. */
export function countedSentence(
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

/** What share of the dossiers these are. */
export function coverageClause({ coverage }: Figures, word: Wording): string {
  if (coverage.status !== 'ok' && coverage.status !== 'over') return ''
  if (coverage.dossiers === 0) return word('sentence.coverageZero')
  const rate = { k: coverage.n, n: coverage.dossiers }
  return word(coverage.status === 'over' ? 'sentence.coverageOver' : 'sentence.coverage', {
    rate: formatRate(rate, 'vi'),
    fraction: formatFraction(rate, 'vi'),
  })
}
