import type { Figures } from '@/domain/figure'
import {
  formatCount,
  formatFraction,
  formatInterval,
  formatPoints,
  formatScore,
  formatShare,
} from '@/domain/number-format'
import { formatDays, isUnderWay } from '@/domain/period'
import { bottomTwoBox, scoreRate, topTwoBox } from '@/domain/rate'
import type { Against, Report } from '@/domain/report'
import { coverageWords, rateWords } from '@/lib/figure-words'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import type { PaperTable } from './paper-cells'

const t = translator('vi')

/** What stands beside the rate, and the rates of the periods it is held against. */
export function indicatorTable(report: Report): PaperTable | null {
  const { total, coverage, missing, notApplicable } = report.total
  if (total.status !== 'ok' && total.status !== 'reference') return null
  const rated: [string, string][] = []
  if (total.status === 'ok') {
    const { low, high } = total
    rated.push([paperWord('indicator.rate'), rateWords(topTwoBox(total.levels), t)])
    if (low !== null && high !== null) {
      rated.push([paperWord('indicator.interval'), formatInterval({ low, high }, 'vi')])
    }
    rated.push([paperWord('indicator.low'), rateWords(bottomTwoBox(total.levels), t)])
    rated.push([paperWord('indicator.score'), formatScore(scoreRate(total.levels), 'vi')])
  }
  const unanswered = `${formatCount(missing ?? 0, 'vi')}; ${formatCount(notApplicable ?? 0, 'vi')}`
  const lines: (readonly [string, string])[] = [
    ...rated,
    ...weightedLine(report),
    [paperWord('indicator.coverage'), coverageWords(coverage, t)],
    [paperWord('indicator.unanswered'), unanswered],
    ...invalidatedLines(report.total),
    ...dossierLines(report),
    // Of a whole year both are the same.
    ...(report.previous.period.from === report.lastYear.period.from
      ? []
      : ([
          [
            paperWord('indicator.previous', formatDays(report.previous.period)),
            against(report.previous, report.total),
          ],
        ] as const)),
    [
      paperWord('indicator.lastYear', formatDays(report.lastYear.period)),
      against(report.lastYear, report.total),
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
  return [line, [paperWord('indicator.withInvalidated'), rateWords(other, t)]]
}

function dossierLines({ dossiers: { total } }: Report): (readonly [string, string])[] {
  return (['onTimeOfResolved', 'onTimeOfReceived'] as const).flatMap((name) => {
    const rate = total?.[name]
    return rate ? [[paperWord(`indicator.${name}`), rateWords(rate, t)] as const] : []
  })
}

/** The other period's rate, with the change from it to this one. */
function against({ total, change }: Against, now: Figures): string {
  if (total.status === 'none' || total.status === 'suppressed') {
    return t(`figures.page.state.${total.status}`)
  }
  if (total.status === 'reference') {
    return `${formatFraction(total, 'vi')} (${t('figures.page.state.referenceCell')})`
  }
  const value = rateWords(total, t)
  if (!change) {
    return paperWord(now.total.status === 'ok' ? 'change.otherQuestion' : 'change.unknown', {
      value,
    })
  }
  const words = paperWord(change.isConclusive ? 'change.conclusive' : 'change.inconclusive', {
    value,
    points: formatPoints(change.difference, 'vi'),
    low: formatPoints(change.low, 'vi'),
    high: formatPoints(change.high, 'vi'),
  })
  const isPart = isUnderWay(now.period, Date.parse(now.asOf))
  return isPart ? `${words}; ${paperWord('change.underWay')}` : words
}
