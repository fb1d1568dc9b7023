import { getDossierTable } from '@/db/dossiers/table'
import { listRates } from '@/db/rates/figures'
import { listVersions } from '@/db/surveys/surveys'
import { listSheetsOf } from '@/db/tallies/sheets'
import { listUnits } from '@/db/units/units'
import { computeScope, type Scope } from '@/domain/access'
import type { DossierTable } from '@/domain/dossier/table'
import type { FigureRow, Figures } from '@/domain/figure'
import {
  formatCount,
  formatFraction,
  formatInterval,
  formatRate,
  formatScore,
} from '@/domain/number-format'
import { formatDay } from '@/domain/period'
import { type Levels, type Rate, scoreRate, topTwoBox } from '@/domain/rate'

/** The months of the published counts, and the district's year. */
const months = { survey: 'kiosk-1', unit: 'office', from: '2021-03-01', to: '2026-06-30' } as const
const year = { from: '2020-01-01', to: '2020-12-31' }

/** The tables of docs/real-cases.md by name, as the program computes them from what was imported. */
export async function printRealCases(): Promise<Record<string, string>> {
  const scope = await administrator()
  const rates = await listRates(scope, { ...months, by: 'month', locale: 'vi' })
  const dossiers = await getDossierTable(scope, 'tan-hiep', year)
  if (!rates.ok || !dossiers.ok) throw new Error('not imported')
  const scores = new Map(
    (await listPublished()).map((one) => [one.period.from, one.publishedScore ?? '']),
  )
  return {
    total: printTotal(rates.value),
    months: printMonths(rates.value, scores),
    strange: printStrange(rates.value, scores),
    dossiers: printDossiers(dossiers.value),
    sentences: printSentences(dossiers.value),
  }
}

async function listPublished() {
  const versions = await listVersions(months.survey)
  const office = (await listUnits()).flatMap(({ id, code }) => (code === months.unit ? id : []))
  return listSheetsOf(
    versions.map(({ rowId }) => rowId),
    office,
  )
}

async function administrator(): Promise<Scope> {
  const units = await listUnits()
  const office = units.find(({ code }) => code === months.unit)
  const grants = [{ unitId: office?.id ?? 0, role: 'admin' as const }]
  return computeScope({ userId: 1, email: 'a@b', name: 'A' }, grants, units)
}

type Scores = ReadonlyMap<string, string>

const levelsOf = (row: FigureRow): Levels | undefined => ('levels' in row ? row.levels : undefined)

function printTotal({ total, period }: Figures): string {
  const levels = levelsOf(total) ?? [0, 0, 0, 0, 0]
  const rate = topTwoBox(levels)
  const interval = total.status === 'ok' && total.low !== null && total.high !== null
  return [
    `Từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}: ${formatFraction(rate, 'vi')}`,
    `= ${formatRate(rate, 'vi')} (Wilson 95%: ${interval ? formatInterval({ low: total.low ?? 0, high: total.high ?? 0 }, 'vi') : '—'}),`,
    `điểm hài lòng ${formatScore(scoreRate(levels), 'vi')}.`,
  ].join(' ')
}

function printMonths({ rows }: Figures, scores: Scores): string {
  const head = ['Month', '1', '2', '3', '4', '5', 'n', 'Score', 'Top-two', 'Published']
  return printTable(
    head,
    rows.map((row) => {
      const levels = levelsOf(row) ?? [0, 0, 0, 0, 0]
      const rate = topTwoBox(levels)
      return [
        row.key,
        ...[...levels, rate.n].map((n) => formatCount(n, 'vi')),
        formatScore(scoreRate(levels), 'vi'),
        formatRate(rate, 'vi'),
        scores.get(row.from ?? '') ?? '',
      ]
    }),
  )
}

/** Months whose published score is not the mean, rounded half up as the publisher prints it. */
function printStrange({ rows }: Figures, scores: Scores): string {
  const strange = rows.flatMap((row) => {
    const levels = levelsOf(row)
    const published = scores.get(row.from ?? '')
    if (!levels || published === undefined) return []
    const mean = formatScore(scoreRate(levels), 'vi', 0)
    if (mean === published) return []
    const rate = topTwoBox(levels)
    const isTopTwo = formatScore(rate, 'vi', 0) === published
    const score = formatScore(scoreRate(levels), 'vi')
    return [
      [
        row.key,
        score,
        formatRate(rate, 'vi'),
        published,
        isTopTwo ? 'the top-two rate' : 'neither',
      ],
    ]
  })
  return printTable(['Month', 'Score', 'Top-two', 'Published', 'The published number is'], strange)
}

function printDossiers({ rows, total }: DossierTable): string {
  const cells = (name: string, shares: DossierTable['total']) => [
    name,
    shares?.counts.received == null ? '—' : formatCount(shares.counts.received, 'vi'),
    printShare(shares?.onTimeOfReceived),
    printShare(shares?.onTimeOfResolved),
    printShare(shares?.inProgressOfReceived),
  ]
  return printTable(
    [
      'Đơn vị',
      'Tiếp nhận',
      'Đúng hạn / tiếp nhận',
      'Đúng hạn / đã giải quyết',
      'Đang giải quyết / tiếp nhận',
    ],
    [...rows.map(({ unit, shares }) => cells(unit.name, shares)), cells('Cộng', total)],
  )
}

function printSentences({ rows, total, period }: DossierTable): string {
  const days = `Từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}`
  const received = total?.counts.received ?? 0
  const lines = rows.map(
    ({ unit, shares }) =>
      `- ${unit.name}: đúng hạn ${printShare(shares?.onTimeOfReceived)} số hồ sơ tiếp nhận; đang giải quyết ${printShare(shares?.inProgressOfReceived)}.`,
  )
  return [`${days}, hai cấp tiếp nhận ${formatCount(received, 'vi')} hồ sơ.`, '', ...lines].join(
    '\n',
  )
}

const printShare = (rate: Rate | null | undefined) =>
  rate ? `${formatRate(rate, 'vi')} (${formatFraction(rate, 'vi')})` : '—'

const printTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
