import 'server-only'
import type { Transaction } from '@libsql/client'
import { monthIndexOf } from '@/domain/comment'
import { foldText } from '@/domain/folded-text'
import { overallLevel, type ParsedAnswers } from '@/domain/response'
import type { SurveyDefinition } from '@/domain/survey'
import type { OnFault, Versions } from './counts'

const pageSize = 2000

const page = `
  select c.id, c.question, c.month, c.level, c.text, c.folded,
    r.seq, r.half_month as halfMonth, r.answers, r.version_id as versionId,
    c.unit_id = r.unit_id and c.version_id = r.version_id and c.tallied = r.tallied as isSame,
    c.original is not null as hasOriginal,
    exists (select 1 from redactions d where d.comment_id = c.id and d.lifted_at is null) as isRedacted,
    exists (select 1 from comment_marks m where m.comment_id = c.id and m.note <> '') as hasNote
  from comments c left join responses r on r.seq = c.response_seq
  where c.id > ? order by c.id limit ${pageSize}`

type Row = Readonly<{
  id: number
  question: string
  month: number
  level: number | null
  text: string | null
  folded: string | null
  seq: number | null
  halfMonth: number
  answers: string
  versionId: number
  isSame: number
  hasOriginal: number
  isRedacted: number
  hasNote: number
}>

/** Checks that every comment belongs to a response and says of it what is so, and that no answers hold words. */
export async function checkComments(
  reader: Transaction,
  versions: Versions,
  onFault: OnFault,
): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await reader.execute({ sql: page, args: [after] })
    const found = rows as unknown as Row[]
    for (const row of found) {
      for (const fault of faultsOf(row, versions.get(row.versionId)?.definition)) {
        onFault(`Comment ${row.id} ${fault}.`)
      }
    }
    after = found.at(-1)?.id ?? after
    if (found.length < pageSize) return
  }
}

function faultsOf(row: Row, definition: SurveyDefinition | undefined): string[] {
  if (row.seq === null || !definition) return ['belongs to no response']
  const answers = JSON.parse(row.answers) as ParsedAnswers
  const question = definition.questions.find(({ id }) => id === row.question)
  const checks: [boolean, string][] = [
    [question?.type === 'text', 'answers no question that asks for words'],
    [!(row.question in answers), 'stands among the answers of its response as well'],
    [row.isSame === 1, 'has another unit, version or validity than its response'],
    [row.month === monthIndexOf(row.halfMonth), 'stands in another month than its response'],
    [row.level === (overallLevel(definition, answers) ?? null), 'has another level'],
    [row.folded === (row.text === null ? null : foldText(row.text)), 'is found by other words'],
    [
      row.text === null || row.hasOriginal === row.isRedacted,
      'is not masked as its redactions say',
    ],
    [
      row.text !== null || !(row.hasOriginal || row.hasNote),
      'is blanked and has left words behind',
    ],
  ]
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault)
}
