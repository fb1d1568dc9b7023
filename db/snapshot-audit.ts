import 'server-only'
import type { Transaction } from '@libsql/client'
import { canonicalJson } from '@/domain/canonical-json'
import type { Channel } from '@/domain/door'
import { halfMonthOf } from '@/domain/period'
import { formulaOf, isOwnFormula, type SnapshotContent } from '@/domain/snapshot'
import { parseSnapshot } from '@/domain/stored-snapshot'
import type { SurveyDefinition } from '@/domain/survey'
import { checksumOf } from './closing-number'
import type { OnFault } from './recount'
import { periodsOf } from './snapshot-basis'
import { CellCounts } from './snapshot-cells'
import { checkInvalidated, checkReport } from './snapshot-check'
import type { Ingredients } from './snapshot-parts'

/**
 * Makes the figures of every snapshot again from the single responses and tally sheets it was made of, and looks
 * whether its text, its number and the chain of audit events still fit together. Answers how many there are.
 * Not made again: what is hidden, dossier statistics, comparisons between periods.
 */
export async function checkSnapshots(reader: Transaction, onFault: OnFault): Promise<number> {
  await checkNumbers(reader, onFault)
  await checkEvents(reader, onFault)
  const { rows } = await reader.execute(
    'select id, number, last_seq, from_on, to_on from snapshots order by last_seq, id',
  )
  if (rows.length === 0) return 0
  const periods = rows.flatMap((row) => periodsOf({ from: String(row[3]), to: String(row[4]) }))
  const span = {
    first: Math.min(...periods.map(({ from }) => halfMonthOf(from))),
    last: Math.max(...periods.map(({ to }) => halfMonthOf(to))),
  }
  const office = await readOffice(reader)
  const definitions = office.versions.map(({ rowId, definition }) => [rowId, definition] as const)
  const counts = new CellCounts(reader, new Map(definitions), span)
  for (const row of rows) {
    const say: OnFault = (sentence) => onFault(`Snapshot ${row[1]}: ${sentence}`)
    const content = await openSnapshot(reader, Number(row[0]), say)
    if (!content) continue
    await counts.advanceTo(Number(row[2]))
    await recountSnapshot(reader, { ...office, counts }, content, say)
  }
  return rows.length
}

async function checkNumbers(reader: Transaction, onFault: OnFault): Promise<void> {
  const { rows } = await reader.execute(`select u.code, s.year, count(*), max(s.serial)
    from snapshots s join units u on u.id = s.unit_id group by s.unit_id, s.year
    having count(*) <> max(s.serial) or min(s.serial) <> 1`)
  for (const row of rows) {
    onFault(`Snapshots of ${row[0]}, ${row[1]}: ${row[2]} are there, numbered up to ${row[3]}.`)
  }
}

/** Each snapshot stands in the chain with its checksum, and each closing in the chain has its snapshot. */
async function checkEvents(reader: Transaction, onFault: OnFault): Promise<void> {
  const { rows } = await reader.execute(`
    with closings as (select seq, json_extract(detail, '$.snapshot') as number,
      json_extract(detail, '$.checksum') as checksum from audit_events where action = 'period-closed')
    select s.number, 'The chain of audit events has no closing with its checksum.' from snapshots s
      where not exists (select 1 from closings c where c.number = s.number and c.checksum = s.checksum)
    union all select c.number, 'It is missing; audit event ' || c.seq || ' says that it was made.' from closings c
      where not exists (select 1 from snapshots s where s.number = c.number)`)
  for (const row of rows) onFault(`Snapshot ${row[0]}: ${row[1]}`)
}

/** Its content, where the text fits the checksum and the columns beside it repeat what it says. */
async function openSnapshot(
  reader: Transaction,
  id: number,
  say: OnFault,
): Promise<SnapshotContent | null> {
  const { rows } = await reader.execute({
    sql: `select s.content, s.checksum, s.number, s.unit_id, c.code, s.from_on, s.to_on, s.closed_at, s.closed_by,
        s.last_seq from snapshots s join surveys c on c.id = s.survey_id where s.id = ?`,
    args: [id],
  })
  const [text, checksum, ...columns] = Array.from({ length: 10 }, (_, i) => rows[0]?.[i])
  if (checksumOf(String(text)) !== checksum) {
    say('Its text does not fit its checksum: it was changed.')
    return null
  }
  const content = parseSnapshot(String(text))
  if (!content) {
    say('It has a format that this version does not know, and could not be recounted.')
    return null
  }
  const { number, unit, survey, period, closedAt, closedBy, basis } = content
  const said = [number, unit.id, survey.code, period.from, period.to, Date.parse(closedAt)]
  if (columns.join('\n') !== [...said, closedBy.id, basis.lastSeq].join('\n')) {
    say('The columns beside its text say something else than the text.')
  }
  return content
}

type Office = Omit<Ingredients, 'counts' | 'units'>

async function recountSnapshot(
  reader: Transaction,
  office: Office & Pick<Ingredients, 'counts'>,
  content: SnapshotContent,
  say: OnFault,
): Promise<void> {
  const { basis, survey, formula, reports } = content
  const invalid = [...new Set([...basis.invalid, ...basis.beside.invalid])]
  const wanted = [...new Set([...basis.tallySheets, ...basis.beside.tallySheets])]
  const sheets = await readSheets(reader, wanted)
  if (sheets.length < wanted.length) say('Tally sheets that it was made of are missing.')
  const taken = await office.counts.addAll(invalid, -1)
  if (taken < invalid.length) say('Invalidated responses that it left out are missing.')
  const versions = office.versions.filter(({ definition }) => definition.code === survey.code)
  const ingredients: Ingredients = { ...office, versions, sheets, units: basis.units }
  // Reports for several reaches differ in what they hide; a number that is wrong in all is said once.
  const said = new Set<string>()
  for (const { report } of reports) {
    if (canonicalJson(formulaOf(report)) !== canonicalJson(formula)) {
      said.add('The formula it names is not the one of its figures.')
    } else if (!isOwnFormula(formula)) {
      said.add(`Its formula is ${formula.name} ${formula.version}, which this version cannot make.`)
    } else checkReport(ingredients, report, (sentence) => said.add(sentence))
  }
  await office.counts.addAll(invalid, 1)
  for (const { report } of isOwnFormula(formula) ? reports : []) {
    checkInvalidated(ingredients, report, (sentence) => said.add(sentence))
  }
  for (const sentence of said) say(sentence)
}

async function readOffice(reader: Transaction): Promise<Office> {
  const rowsOf = async (sql: string) => (await reader.execute(sql)).rows
  const versions = await rowsOf(
    'select id, definition from survey_versions order by survey_id, number',
  )
  const desks = await rowsOf('select id, unit_id, code from desks')
  const fields = await rowsOf('select id, code from fields')
  return {
    versions: versions.map((row) => ({
      rowId: Number(row[0]),
      // Written by this app alone, and immutable since.
      definition: JSON.parse(String(row[1])) as SurveyDefinition,
    })),
    sheets: [],
    desks: desks.map((row) => ({
      id: Number(row[0]),
      unitId: Number(row[1]),
      code: String(row[2]),
    })),
    fields: fields.map((row) => ({ id: Number(row[0]), code: String(row[1]) })),
  }
}

async function readSheets(
  reader: Transaction,
  ids: readonly number[],
): Promise<Ingredients['sheets']> {
  const { rows } = await reader.execute({
    sql: `select version_id, question_id, unit_id, channel, from_on, to_on, n1, n2, n3, n4, n5 from tally_sheets
      where id in (select value from json_each(?))`,
    args: [JSON.stringify(ids)],
  })
  return rows.map((row) => ({
    versionId: Number(row[0]),
    questionId: String(row[1]),
    unitId: Number(row[2]),
    channel: String(row[3]) as Channel,
    period: { from: String(row[4]), to: String(row[5]) },
    levels: [Number(row[6]), Number(row[7]), Number(row[8]), Number(row[9]), Number(row[10])],
  }))
}
