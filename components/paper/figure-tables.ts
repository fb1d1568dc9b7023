import type { FigureRow, Figures } from '@/domain/figure'
import { formatCount, formatFraction, formatInterval, formatRate } from '@/domain/number-format'
import { bottomTwoBox, neutralBox, topTwoBox } from '@/domain/rate'
import { coverageWords, rateWords } from '@/lib/figure-words'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import { type PaperTable, wordRow } from './paper-cells'

const t = translator('vi')

/** The table of one breakdown; null for the total, which has none. */
export function tableOf(figures: Figures): PaperTable | null {
  const { by, rows } = figures
  if (by === 'total') return null
  const title = t(`figures.page.by.${by}`)
  const heading = t(by === 'reason' ? 'figures.page.column.reason' : `label.${by}`)
  return by === 'reason' || by === 'fact'
    ? choiceTable(title, heading, rows)
    : rateTable(figures, title, heading)
}

function choiceTable(title: string, heading: string, rows: readonly FigureRow[]): PaperTable {
  return {
    title,
    columns: [
      heading,
      paperWord('column.people'),
      paperWord('column.levelsLow'),
      paperWord('column.levelsMiddle'),
      paperWord('column.levelsHigh'),
    ],
    rows: rows.map((row) => {
      if (row.status === 'none' || row.status === 'suppressed') return wordRow(row)
      const boxes = [bottomTwoBox(row.levels), neutralBox(row.levels), topTwoBox(row.levels)]
      const isRated = row.status === 'ok'
      const shares = boxes.map((box) => (isRated ? rateWords(box, t) : formatCount(box.k, 'vi')))
      return { cells: [row.label, formatCount(row.n, 'vi'), ...shares] }
    }),
  }
}

function rateTable({ by, rows }: Figures, title: string, heading: string): PaperTable {
  const withInterval = by !== 'factor'
  const withCoverage = rows.some(({ coverage }) => coverage && coverage.status !== 'no-statistics')
  const columns = [
    heading,
    paperWord(by === 'factor' ? 'column.shareAnswers' : 'column.share'),
    paperWord('column.rate'),
    ...(withInterval ? [paperWord('column.interval')] : []),
    paperWord('column.low'),
    ...(withCoverage ? [paperWord('column.coverage')] : []),
  ]
  return {
    title,
    columns,
    rows: rows.map((row) => {
      if (row.status === 'none' || row.status === 'suppressed') return wordRow(row)
      const counted = [row.label, formatFraction(row, 'vi')]
      if (row.status === 'reference') {
        return { cells: counted, rest: t('figures.page.state.referenceCell') }
      }
      const { low, high } = row
      const interval = low === null || high === null ? '' : formatInterval({ low, high }, 'vi')
      return {
        cells: [
          ...counted,
          formatRate(row, 'vi'),
          ...(withInterval ? [interval] : []),
          rateWords(bottomTwoBox(row.levels), t),
          ...(withCoverage ? [coverageWords(row.coverage, t)] : []),
        ],
      }
    }),
  }
}
