import { formatMoment } from '@/domain/period'
import type { Report } from '@/domain/report'
import { paperWord } from '@/lib/paper-words'
import { dayCell, textCell } from './excel-cells'
import { sheetOf, type WorkbookSheet } from './excel-sheet'
import { leftOutOf, notesOf } from './paper-notes'
import { paragraphOf } from './paper-parts'

/** The first sheet: whose figures these are, of when, how they are reckoned and what is not in them. */
export function aboutSheet(report: Report): WorkbookSheet {
  const { scope, period, asOf } = report.total
  const at = Date.parse(asOf)
  const term = (name: string) => ({ ...textCell(name), fontWeight: 'bold' as const })
  const line = (name: string, value: string) => [term(name), textCell(value)]
  const list = (name: string, values: readonly string[]) =>
    values.map((value, index) => line(index === 0 ? name : '', value))
  return sheetOf(
    paperWord('file.about'),
    [],
    [
      line(paperWord('file.unit'), `${scope.unit.name} (${scope.unit.code})`),
      line(paperWord('file.survey'), `${scope.survey.title} (${scope.survey.code})`),
      [term(paperWord('file.from')), { ...dayCell(period.from), align: 'left' as const }],
      [term(paperWord('file.to')), { ...dayCell(period.to), align: 'left' as const }],
      line(paperWord('file.asOf'), formatMoment(at)),
      line(paperWord('file.question'), scope.question.text),
      line(paperWord('file.formula'), paperWord('file.formulaName')),
      line(paperWord('file.paragraph'), paragraphOf(report)),
      ...list(paperWord('part.notes'), [...notesOf(report), paperWord('note.rounding')]),
      ...list(paperWord('part.leftOut'), leftOutOf(report)),
    ],
    [32, 92],
  )
}
