import { formatDay, localDay, localTime } from '@/domain/period'
import type { Report } from '@/domain/report'
import { leftOutSentences } from '@/lib/figure-words'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'

/** Which closing of a period a paper was made from. */
export type ClosingMark = Readonly<{ number: string; checksum: string }>

const t = translator('vi')

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
export const leftOutOf = (report: Report): string[] =>
  leftOutSentences([report.total, ...report.breakdowns], t)
