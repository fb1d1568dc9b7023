import { byteOrderMark, type CsvCell, csvLine } from '@/domain/csv'
import type { Channel, Mode, Touchpoint } from '@/domain/door'
import { answerCells, listResponseColumns, type ResponseColumn } from '@/domain/response-columns'
import type { Locale, SurveyVersion } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'

type Named = Readonly<{ code: string; name: string }>

type ResponseLine = Readonly<{
  version: SurveyVersion
  month: string
  unit: Named
  desk: Named | null
  field: Named | null
  touchpoint: Touchpoint | null
  channel: Channel
  mode: Mode
  locale: Locale
  answers: Readonly<Record<string, unknown>>
}>

const t = translator('vi')

const places = [
  'version',
  'month',
  'unitCode',
  'unit',
  'deskCode',
  'desk',
  'fieldCode',
  'field',
  'touchpoint',
  'channel',
  'mode',
  'locale',
] as const

/** The responses as CSV, page by page: the answers of a question as code and in words, side by side. */
export async function* responsesCsv(
  versions: readonly SurveyVersion[],
  pages: AsyncIterable<readonly ResponseLine[]>,
): AsyncGenerator<string> {
  const columns = listResponseColumns(versions)
  yield byteOrderMark +
    csvLine([
      ...places.map((name) => paperWord(`response.${name}`)),
      ...columns.flatMap(({ heading }) => [heading, paperWord('response.label', { heading })]),
    ])
  for await (const page of pages) {
    yield page.map((line) => csvLine([...placeCells(line), ...answersOf(line, columns)])).join('')
  }
}

const placeCells = (line: ResponseLine): CsvCell[] => [
  line.version.id,
  line.month,
  line.unit.code,
  line.unit.name,
  line.desk?.code ?? null,
  line.desk?.name ?? null,
  line.field?.code ?? null,
  line.field?.name ?? null,
  line.touchpoint && t(`figures.touchpoint.${line.touchpoint}`),
  t(`figures.channel.${line.channel}`),
  t(`figures.mode.${line.mode}`),
  line.locale,
]

const answersOf = ({ version, answers }: ResponseLine, columns: readonly ResponseColumn[]) =>
  columns.flatMap(({ questions }) => {
    const question = questions.get(version.id)
    return answerCells(question, question && answers[question.id], levelWord)
  })

function levelWord(answer: number | 'na'): string {
  const level = ([1, 2, 3, 4, 5] as const).find((one) => one === answer)
  return t(`scale.${level ?? 'na'}`)
}
