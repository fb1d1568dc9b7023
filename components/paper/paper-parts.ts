import { formatCount, formatRate } from '@/domain/number-format'
import { formatDays, localDay } from '@/domain/period'
import { countOf } from '@/domain/rate'
import type { Report } from '@/domain/report'
import { writeParagraph } from '@/domain/report-paragraph'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import type { PaperRow, PaperTable } from './paper-cells'

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
    period: paperWord('head.period', formatDays(total.period)),
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
      t('label.responses'),
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
