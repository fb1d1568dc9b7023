import { byteOrderMark, csvCells, csvLine } from '@/domain/csv'
import type { Channel, Mode, Touchpoint } from '@/domain/door'
import { answerCells, listResponseColumns, type ResponseColumn } from '@/domain/response-columns'
import type { NamedPlace, ResponseRow } from '@/domain/response-row'
import type { SurveyVersion } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'

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
  pages: AsyncIterable<readonly ResponseRow[]>,
): AsyncGenerator<string> {
  const columns = listResponseColumns(versions)
  yield byteOrderMark +
    csvLine([
      ...places.map((name) => paperWord(`response.${name}`)),
      ...columns.flatMap(({ heading }) => [heading, paperWord('response.label', { heading })]),
    ])
  const cellsOf = lineMaker(columns)
  for await (const page of pages) {
    yield page.map((line) => `${cellsOf(line)}\r\n`).join('')
  }
}

/** Half of the time goes into the same few cells over and over again: each is made once. */
function lineMaker(columns: readonly ResponseColumn[]): (line: ResponseRow) => string {
  const cell = madeOnce((text: string | null) => csvCells([text]))
  const named = madeOnce((one: NamedPlace | null) =>
    csvCells([one?.code ?? null, one?.name ?? null]),
  )
  const touchpoint = madeOnce((one: Touchpoint | null) =>
    csvCells([one && t(`figures.touchpoint.${one}`)]),
  )
  const channel = madeOnce((one: Channel) => csvCells([t(`figures.channel.${one}`)]))
  const mode = madeOnce((one: Mode) => csvCells([t(`figures.mode.${one}`)]))
  const answers = madeOnce((versionId: string) =>
    columns.map((column) => answerMaker(column, versionId)),
  )
  return (line) =>
    [
      cell(line.version.id),
      cell(line.month),
      named(line.unit),
      named(line.desk),
      named(line.field),
      touchpoint(line.touchpoint),
      channel(line.channel),
      mode(line.mode),
      cell(line.locale),
      ...answers(line.version.id).map((answer) => answer(line.answers)),
    ].join(';')
}

/** The code and the words of what was answered to the question of a column. */
function answerMaker({ questions }: ResponseColumn, versionId: string) {
  const question = questions.get(versionId)
  const make = (answer: unknown) => csvCells(answerCells(question, answer, levelWord))
  const makeOnce = madeOnce(make)
  // Several answers together are too many different things to keep.
  return (answers: ResponseRow['answers']) => {
    const answer = question && answers[question.id]
    return Array.isArray(answer) ? make(answer) : makeOnce(answer)
  }
}

function madeOnce<From, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new Map<From, Made>()
  return (from) => {
    const known = made.get(from)
    if (known !== undefined) return known
    const fresh = make(from)
    made.set(from, fresh)
    return fresh
  }
}

function levelWord(answer: number | 'na'): string {
  const level = ([1, 2, 3, 4, 5] as const).find((one) => one === answer)
  return t(`scale.${level ?? 'na'}`)
}
