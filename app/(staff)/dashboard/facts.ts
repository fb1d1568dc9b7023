import type { FigureRow } from '@/domain/figure'

/** The answers under their questions. A fact's key and label both begin with those of its question. */
export function factsByQuestion(
  rows: readonly FigureRow[],
): { heading: string; rows: FigureRow[] }[] {
  const questionOf = ({ key }: FigureRow) => key.slice(0, key.indexOf(':'))
  return [...new Set(rows.map(questionOf))].map((id) => {
    const all = rows.filter((row) => questionOf(row) === id)
    const length = sharedStart(all.map(({ label }) => label))
    const heading = (all[0]?.label ?? '').slice(0, length).replace(/:\s*$/, '')
    return { heading, rows: all.map((row) => ({ ...row, label: row.label.slice(length) })) }
  })
}

/** How far the labels are the same, up to the end of the question. */
function sharedStart(labels: readonly string[]): number {
  const [first = '', ...others] = labels
  const ends = [...first.matchAll(/: /g)].map(({ index }) => index + 2)
  const shared = ends.filter((end) => others.every((one) => one.startsWith(first.slice(0, end))))
  // With a single answer there is nothing to compare: its question ends at the first colon.
  return (others.length > 0 ? shared.at(-1) : ends[0]) ?? 0
}
