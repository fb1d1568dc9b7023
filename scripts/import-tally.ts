import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { writeWithAudit } from '@/db/audit/log'
import { listVersions, type StoredVersion } from '@/db/surveys/surveys'
import { getOverlappingSheet, sheetStatement } from '@/db/tallies/sheets'
import { getUnit } from '@/db/units/units'
import { type Channel, channels } from '@/domain/door'
import { formatCount } from '@/domain/number-format'
import { countOf } from '@/domain/rate'
import { overallQuestion } from '@/domain/series'
import type { Unit } from '@/domain/unit'
import { runWritingCommand } from './command'
import { fail } from './stop'
import { decodeText, readBytes, stopFor } from './table'
import { parseTallyFile, type SheetLine } from './tally-file'

const usage =
  'npm run import:tally -- FILE.csv --survey CODE --unit CODE [--question ID] [--channel C]'

type Input = Readonly<{
  file: string
  survey: string
  unit: string
  question: string | undefined
  channel: Channel
  lines: readonly SheetLine[]
}>

type Place = Readonly<{ version: StoredVersion; unit: Unit; question: string; channel: Channel }>

export default runWritingCommand({ usage, read, run: importTally })

function read(): Input {
  const options = {
    survey: { type: 'string' },
    unit: { type: 'string' },
    question: { type: 'string' },
    channel: { type: 'string', default: 'paper' },
  } as const
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const { survey, unit, question } = values
  const [file, ...rest] = positionals
  if (!file || rest.length > 0 || !survey || !unit) fail(`Usage: ${usage}`, 2)
  const channel = channels.find((known) => known === values.channel)
  if (!channel) fail(`--channel must be one of ${channels.join(', ')}.`, 2)
  return {
    file,
    survey,
    unit,
    question,
    channel,
    lines: parseTallyFile(decodeText(file, readBytes(file))),
  }
}

/** All lines in one transaction, or none. */
async function importTally(input: Input): Promise<void> {
  const place = await findPlace(input)
  await refuseOverlaps(input, place)
  const { version, unit, question: questionId, channel } = place
  const source = basename(input.file)
  const now = Date.now()
  const where = { versionId: version.rowId, questionId, unitId: unit.id, channel, source }
  const statements = input.lines.map(({ line: _, ...counts }) =>
    sheetStatement({ ...where, ...counts }, now),
  )
  const answers = input.lines.reduce((sum, { levels }) => sum + countOf(levels), 0)
  const days = input.lines.flatMap(({ period }) => [period.from, period.to]).sort()
  const [from, to] = [days[0] ?? '', days.at(-1) ?? '']
  const sheets = statements.length
  const detail = {
    source,
    survey: input.survey,
    question: questionId,
    channel,
    sheets,
    answers,
    from,
    to,
  }
  const event = {
    actorId: null,
    actor: 'import:tally',
    action: 'tally-sheets-imported',
    detail,
  } as const
  await writeWithAudit(statements, { ...event, unitId: unit.id }, now)
  process.stdout.write(
    `${sheets} tally sheets with ${formatCount(answers, 'en')} answers were imported: unit ${unit.code}, survey ${input.survey}, question ${questionId}, channel ${channel}, ${from} to ${to}.\n`,
  )
}

async function findPlace({ survey, unit, question, channel }: Input): Promise<Place> {
  const version = (await listVersions(survey)).at(-1)
  if (!version) fail(`There is no survey ${survey}. Nothing was imported.`)
  const found = await getUnit(unit)
  if (!found) fail(`There is no unit ${unit}. Nothing was imported.`)
  const { definition } = version
  const id = question ?? overallQuestion(definition).id
  const isScale = definition.questions.some((one) => one.id === id && one.type === 'scale5')
  if (!isScale) {
    fail(`The survey ${survey} has no five-level question ${id}. Nothing was imported.`)
  }
  return { version, unit: found, question: id, channel }
}

async function refuseOverlaps({ lines }: Input, place: Place): Promise<void> {
  const { version, unit, question: questionId, channel } = place
  const problems: string[] = []
  for (const { line, period } of lines) {
    const where = { surveyId: version.surveyId, questionId, unitId: unit.id, channel }
    const known = await getOverlappingSheet(where, period)
    if (!known) continue
    const { from, to } = known.period
    problems.push(
      `Line ${line}: there is a tally sheet from ${from} to ${to} already (${known.source}).`,
    )
  }
  stopFor(problems)
}
