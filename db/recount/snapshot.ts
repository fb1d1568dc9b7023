import 'server-only'
import type { Transaction } from '@libsql/client'
import { canonicalJson } from '@/domain/canonical-json'
import type { Channel } from '@/domain/door'
import { formulaOf, isOwnFormula, type SnapshotContent } from '@/domain/snapshot/snapshot'
import type { OnFault } from './counts'
import { checkInvalidated, checkReport } from './snapshot-check'
import type { Ingredients } from './snapshot-parts'

type Office = Omit<Ingredients, 'counts' | 'units' | 'sheets'>

/** Makes the figures of a closing anew from what is stored. */
export async function recountSnapshot(
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

/** What every recount of closings needs to know besides. */
export async function readOffice(reader: Transaction): Promise<Omit<Office, 'versions'>> {
  const desks = await reader.execute('select id, unit_id as unitId, code from desks')
  const fields = await reader.execute('select id, code from fields')
  return {
    desks: desks.rows as unknown as Ingredients['desks'],
    fields: fields.rows as unknown as Ingredients['fields'],
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
