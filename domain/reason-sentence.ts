import type { FigureRow, Figures } from './figure'
import { formatCount } from './number-format'
import { bottomTwoBox } from './rate'
import type { Shown, Wording } from './report-wording'

const mostReasons = 3

/** Nothing where the survey asks for no reasons. */
export function reasonSentence(breakdowns: readonly Figures[], word: Wording): string {
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
