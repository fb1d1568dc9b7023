import type { FigureRow, Figures, LeftOut } from '@/domain/figure'
import {
  formatCount,
  formatFraction,
  formatInterval,
  formatPoints,
  formatRate,
  formatScore,
  formatShare,
} from '@/domain/number-format'
import { formatDay, localDay, localTime, type Period } from '@/domain/period'
import { bottomTwoBox, countOf, scoreRate, topTwoBox } from '@/domain/rate'
import type { Against, Report } from '@/domain/report'
import { writeParagraph } from '@/domain/report-paragraph'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import { coverageWords, type PaperRow, type PaperTable, rateOf } from './paper-table'

/** Which closing of a period a paper was made from. */
export type ClosingMark = Readonly<{ number: string; checksum: string }>

const t = translator('vi')

export const paragraphOf = (report: Report): string => writeParagraph(report, paperWord)

/** What stands at the head of the paper, line by line. */
export function headOf({ total }: Report) {
  const { unit, survey } = total.scope
  const [year = '', month = '', day = ''] = localDay(Date.parse(total.asOf)).split('-')
  return {
    unit: unit.name.toLocaleUpperCase('vi'),
    country: paperWord('head.country'),
    motto: paperWord('head.motto'),
    number: paperWord('head.number'),
    date: paperWord('head.date', { day, month, year }),
    title: paperWord('head.title'),
    subject: paperWord('head.subject'),
    survey: paperWord('head.survey', { survey: survey.title }),
    period: paperWord('head.period', daysOf(total.period)),
  }
}

/** All five levels, best first; null where the total may not be shown. */
export function levelTable({ total: { total } }: Report): PaperTable | null {
  if (total.status !== 'ok' && total.status !== 'reference') return null
  const isRated = total.status === 'ok'
  const n = countOf(total.levels)
  const line = (label: string, k: number): PaperRow => ({
    cells: [label, formatCount(k, 'vi'), ...(isRated ? [formatRate({ k, n }, 'vi')] : [])],
  })
  return {
    title: paperWord('part.levels'),
    columns: [
      t('figures.page.levels.level'),
      t('figures.page.levels.count'),
      ...(isRated ? [t('figures.page.levels.share')] : []),
    ],
    rows: [
      ...([5, 4, 3, 2, 1] as const).map((level) =>
        line(t(`scale.${level}`), total.levels[level - 1] ?? 0),
      ),
      { ...line(paperWord('part.total'), n), isTotal: true },
    ],
  }
}

/** What stands beside the rate, and the rates of the periods it is held against. */
export function indicatorTable(report: Report): PaperTable | null {
  const { total, coverage, missing, notApplicable } = report.total
  if (total.status !== 'ok' && total.status !== 'reference') return null
  const rated: [string, string][] = []
  if (total.status === 'ok') {
    const { low, high } = total
    rated.push([paperWord('indicator.rate'), rateOf(topTwoBox(total.levels))])
    if (low !== null && high !== null) {
      rated.push([paperWord('indicator.interval'), formatInterval({ low, high }, 'vi')])
    }
    rated.push([paperWord('indicator.low'), rateOf(bottomTwoBox(total.levels))])
    rated.push([paperWord('indicator.score'), formatScore(scoreRate(total.levels), 'vi')])
  }
  const unanswered = `${formatCount(missing ?? 0, 'vi')}; ${formatCount(notApplicable ?? 0, 'vi')}`
  const lines: (readonly [string, string])[] = [
    ...rated,
    ...weightedLine(report),
    [paperWord('indicator.coverage'), coverageWords(coverage)],
    [paperWord('indicator.unanswered'), unanswered],
    ...invalidatedLines(report.total),
    ...dossierLines(report),
    // Of a whole year both are the same.
    ...(report.previous.period.from === report.lastYear.period.from
      ? []
      : ([
          [
            paperWord('indicator.previous', daysOf(report.previous.period)),
            against(report.previous, total),
          ],
        ] as const)),
    [
      paperWord('indicator.lastYear', daysOf(report.lastYear.period)),
      against(report.lastYear, total),
    ],
  ]
  return {
    title: paperWord('part.indicators'),
    columns: [paperWord('part.indicator'), paperWord('part.value')],
    rows: lines.map((cells) => ({ cells })),
  }
}

function weightedLine({ weighted }: Report): (readonly [string, string])[] {
  if (!weighted) return []
  const { rate, units, covered, dossiers } = weighted
  const words = { rate: formatShare(rate, 'vi'), units: formatCount(units, 'vi') }
  const value =
    dossiers === null
      ? paperWord('weighted.part', { ...words, covered: formatCount(covered, 'vi') })
      : paperWord('weighted.share', {
          ...words,
          fraction: formatFraction({ k: covered, n: dossiers }, 'vi'),
        })
  return [[paperWord('indicator.weighted'), value]]
}

/** Nothing where nothing was invalidated: an office that has never done it need not read of it. */
function invalidatedLines(figures: Figures): (readonly [string, string])[] {
  const { invalidated, withInvalidated: other } = figures
  if (!invalidated) return []
  const count = invalidated === 'few' ? paperWord('few') : formatCount(invalidated, 'vi')
  const line = [paperWord('indicator.invalidated'), count] as const
  if (other?.status !== 'ok') return [line]
  return [line, [paperWord('indicator.withInvalidated'), rateOf(other)]]
}

function dossierLines({ dossiers: { total } }: Report): (readonly [string, string])[] {
  return (['onTimeOfResolved', 'onTimeOfReceived'] as const).flatMap((name) => {
    const rate = total?.[name]
    return rate ? [[paperWord(`indicator.${name}`), rateOf(rate)] as const] : []
  })
}

/** The other period's rate, with the change from it to this one. */
function against({ total, change }: Against, now: FigureRow): string {
  if (total.status === 'none' || total.status === 'suppressed') {
    return t(`figures.page.state.${total.status}`)
  }
  if (total.status === 'reference') {
    return `${formatFraction(total, 'vi')} (${t('figures.page.state.referenceCell')})`
  }
  const value = rateOf(total)
  if (!change) {
    return paperWord(now.status === 'ok' ? 'change.otherQuestion' : 'change.unknown', {
      value,
    })
  }
  return paperWord(change.isConclusive ? 'change.conclusive' : 'change.inconclusive', {
    value,
    points: formatPoints(change.difference, 'vi'),
    low: formatPoints(change.low, 'vi'),
    high: formatPoints(change.high, 'vi'),
  })
}

/** What a reader must know of the figures, one sentence each; only of what stands in them. */
export function notesOf(report: Report, closing?: ClosingMark): string[] {
  const { total, scope, asOf } = report.total
  const at = Date.parse(asOf)
  const rows = report.breakdowns.flatMap((figures) => figures.rows)
  const isSmall = [total, ...rows].some(({ status }) => status !== 'ok' && status !== 'none')
  const isCovered = [report.total, ...rows].some(
    ({ coverage }) => coverage?.status === 'ok' || coverage?.status === 'over',
  )
  const isPooled = report.breakdowns.some((one) => one.by === 'factor' && one.rows.length > 0)
  return [
    paperWord('note.voluntary'),
    ...(scope.survey.note ? [scope.survey.note] : []),
    paperWord('note.formula', { question: scope.question.text }),
    ...(total.status === 'ok' ? [paperWord('note.score')] : []),
    ...(isSmall ? [paperWord('note.small')] : []),
    ...(isCovered ? [paperWord('note.coverage')] : []),
    ...(isPooled ? [paperWord('note.factor')] : []),
    ...(report.weighted ? [paperWord('note.weighted')] : []),
    ...(report.total.invalidated ? [paperWord('note.invalidated')] : []),
    paperWord('note.asOf', { time: localTime(at), day: formatDay(localDay(at)) }),
    ...(closing ? [paperWord('note.closing', closing)] : []),
  ]
}

/** What belongs to the unit and survey but is in none of the figures, each once, with why. */
export function leftOutOf(report: Report): string[] {
  const items = [report.total, ...report.breakdowns].flatMap(({ leftOut }) => leftOut)
  return [...new Set(items.map(leftOutSentence))]
}

function leftOutSentence(item: LeftOut): string {
  const reason = t(`figures.page.leftOut.${item.reason}`)
  if (item.kind === 'version') {
    const { version, question } = item
    return t('figures.page.leftOut.version', { version, question, reason })
  }
  const { unit, channel } = item
  const words = { unit, channel: t(`figures.channel.${channel}`), ...daysOf(item), reason }
  return t('figures.page.leftOut.sheet', words)
}

const daysOf = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) })
