import 'server-only'
import { administersEverything, type Scope } from '@/domain/access'
import { type Field, fieldCodeFor, fieldKey, isCalled, mostFields } from '@/domain/field'
import type { FieldLine } from '@/domain/field-file'
import type { ListFinding } from '@/domain/list-file'
import { ok, type Problem, type Result, refused } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import type { Statement } from '../client'
import { nameIfStill, whileNamesStand } from './field-names'
import { listFields } from './fields'

/** What storing a list would do: fields to be added, fields that stand so already, and every problem by row. */
export type FieldPlan = Readonly<{
  added: readonly FieldLine[]
  same: readonly FieldLine[]
  problems: readonly ListFinding[]
}>

/** Compares a list with what is there. An import adds and never changes: another group is a problem. */
export const planFields = async (scope: Scope, lines: readonly FieldLine[]): Promise<FieldPlan> =>
  plan(await listFields(), administersEverything(scope) ? lines : [])

/** Adds every field of a list, or none; for who administers the whole installation. */
export async function importFields(
  scope: Scope,
  lines: readonly FieldLine[],
  file: string,
  now: number,
): Promise<Result<number, 'not-found' | 'list-changed'>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  return await whileNamesStand(async () => {
    const all = await listFields()
    const { added, problems } = plan(all, lines)
    if (problems.length > 0) return refused({ code: 'list-changed' })
    if (added.length === 0) return ok(0)
    const detail = { file, fields: added.length }
    await writeWithAudit(
      insertAll(all, added),
      doneBy(scope, { action: 'fields-imported', detail }),
      now,
    )
    return ok(added.length)
  })
}

function plan(all: readonly Field[], lines: readonly FieldLine[]): FieldPlan {
  const knownOf = (line: FieldLine) => all.find((field) => isCalled(field, line.name))
  const same = lines.filter((line) => isSame(line, knownOf(line), all))
  const standing = new Set(same)
  const added = lines.filter((line) => !standing.has(line))
  const problemOf = (line: FieldLine): Problem | null => {
    const known = knownOf(line)
    if (known) return { code: 'field-differs', params: { known: known.name } }
    if (line.group === '') return null
    const group = all.find((field) => isCalled(field, line.group))
    if (group) return group.groupId === null ? null : { code: 'group-in-group' }
    const listed = added.find(({ name }) => fieldKey(name) === fieldKey(line.group))
    if (!listed) return { code: 'unknown-group', params: { text: line.group } }
    return listed.group === '' ? null : { code: 'group-in-group' }
  }
  const problems = added.flatMap((line) => {
    const problem = problemOf(line)
    return problem ? [{ row: line.row, problem }] : []
  })
  if (all.length + added.length > mostFields) {
    problems.unshift({ row: 0, problem: { code: 'too-many-fields', params: { max: mostFields } } })
  }
  return { added, same, problems }
}

function isSame(line: FieldLine, field: Field | undefined, all: readonly Field[]): boolean {
  if (!field) return false
  const group = all.find(({ id }) => id === field.groupId)
  return line.group === '' || (group !== undefined && isCalled(group, line.group))
}

/** Groups first, then what belongs to them; all of it only where no name has come in since. */
function insertAll(all: readonly Field[], added: readonly FieldLine[]): Statement[] {
  const codes = new Set(all.map(({ code }) => code))
  const byKey = new Map<string, string>()
  const rows = added.map(({ name, group }) => {
    const code = fieldCodeFor(name, (one) => codes.has(one))
    codes.add(code)
    byKey.set(fieldKey(name), code)
    return { code, name, group }
  })
  const codeOf = (group: string) =>
    all.find((field) => isCalled(field, group))?.code ?? byKey.get(fieldKey(group)) ?? null
  const guard = nameIfStill(all, '')
  const waves = [
    rows.filter(({ group }) => group === ''),
    rows.filter(({ group }) => group !== ''),
  ].filter((wave) => wave.length > 0)
  return waves.map((wave, index) => ({
    sql: `insert into fields (code, name, group_id)
      select value ->> 0, ${index === 0 ? `${guard.sql} || (value ->> 1)` : 'value ->> 1'},
        (select id from fields where code = value ->> 2) from json_each(?)`,
    args: [
      ...(index === 0 ? guard.args : []),
      JSON.stringify(wave.map(({ code, name, group }) => [code, name, group && codeOf(group)])),
    ],
  }))
}
