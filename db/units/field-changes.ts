import 'server-only'
import { administersEverything, type Scope } from '@/domain/access'
import {
  type Field,
  type FieldNameProblem,
  fieldCodeFor,
  hasMembers,
  mostFields,
  parseFieldName,
} from '@/domain/field'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import { nameIfStill, whileNamesStand } from './field-names'
import { listFields } from './fields'

/** A field as typed into a form: its name, and the code of its group, blank for none. */
export type FieldInput = Readonly<{ name: string; groupCode: string }>

type Placement = 'not-found' | 'group-in-group'

export type FieldProblem = FieldNameProblem | Placement | 'too-many-fields'

/** Adds a field for every unit. Fields belong to the installation: only who administers all of it changes them. */
export async function addField(
  scope: Scope,
  input: FieldInput,
  now: number,
): Promise<Result<string, FieldProblem>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  return await whileNamesStand(async () => {
    const all = await listFields()
    if (all.length >= mostFields) {
      return refused({ code: 'too-many-fields', params: { max: mostFields } })
    }
    const name = parseFieldName(input.name, all)
    const group = findGroup(all, input.groupCode)
    if (!name.ok) return name
    if (!group.ok) return group
    const code = fieldCodeFor(name.value, (one) => all.some((other) => other.code === one))
    const { sql, args } = nameIfStill(all, name.value)
    const insert = {
      sql: `insert into fields (code, name, group_id) values (?, ${sql}, ?)`,
      args: [code, ...args, group.value?.id ?? null],
    }
    const detail = { field: code, name: name.value, group: group.value?.code ?? null }
    await writeWithAudit([insert], doneBy(scope, { action: 'field-added', detail }), now)
    return ok(code)
  })
}

/** Renames a field and says which group it belongs to. Its code, and what was counted for it, stay. */
export async function changeField(
  scope: Scope,
  code: string,
  input: FieldInput,
  now: number,
): Promise<Result<null, FieldProblem>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  return await whileNamesStand(async () => {
    const all = await listFields()
    const field = all.find((one) => one.code === code)
    if (!field) return refused({ code: 'not-found' })
    const name = parseFieldName(input.name, all, field)
    const group = findGroup(all, input.groupCode)
    if (!name.ok) return name
    if (!group.ok) return group
    const groupId = group.value?.id ?? null
    const isMoved = groupId !== field.groupId
    if (groupId !== null && (groupId === field.id || hasMembers(field, all))) {
      return refused({ code: 'group-in-group', field: 'group' })
    }
    if (!isMoved && name.value === field.name) return ok(null)
    const { sql, args } = nameIfStill(all, name.value)
    const update = {
      sql: `update fields set name = ${sql}, group_id = ? where id = ?`,
      args: [...args, groupId, field.id],
    }
    const groupCode = group.value?.code ?? null
    const event =
      name.value === field.name
        ? { action: 'field-moved' as const, detail: { field: code, group: groupCode } }
        : {
            action: 'field-renamed' as const,
            detail: { field: code, before: field.name, name: name.value, group: groupCode },
          }
    await writeWithAudit([update], doneBy(scope, event), now)
    return ok(null)
  })
}

/**
 * Hides a field where one is chosen, or offers it again. What was counted for it stays in every figure, desks and links
 * that have it keep it, and a group that is hidden keeps its fields.
 */
export async function setFieldShown(
  scope: Scope,
  code: string,
  isShown: boolean,
  now: number,
): Promise<Result<null, 'not-found'>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  const field = (await listFields()).find((one) => one.code === code)
  if (!field) return refused({ code: 'not-found' })
  if ((field.hiddenAt === null) === isShown) return ok(null)
  const update = {
    sql: 'update fields set hidden_at = ? where id = ?',
    args: [isShown ? null : now, field.id],
  }
  const action = isShown ? ('field-shown' as const) : ('field-hidden' as const)
  await writeWithAudit([update], doneBy(scope, { action, detail: { field: code } }), now)
  return ok(null)
}

/** The group of this code; null where none is named. */
function findGroup(all: readonly Field[], code: string): Result<Field | null, Placement> {
  if (code === '') return ok(null)
  const group = all.find((one) => one.code === code)
  if (!group) return refused({ code: 'not-found', field: 'group' })
  if (group.groupId !== null) return refused({ code: 'group-in-group', field: 'group' })
  return ok(group)
}
