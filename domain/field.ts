import { fold } from './dossier/columns'
import { compareNames } from './name-order'
import { ok, type Problem, type Result, refused, tooLong } from './problem'
import { tidy } from './tidy-text'

/**
 * A field of administrative procedures (lĩnh vực). One without a group may be the group of others: then it stands for
 * what is known of the group and of none of its fields. There are no groups of groups.
 */
export type Field = Readonly<{
  id: number
  code: string
  name: string
  groupId: number | null
  /** No longer offered where one is chosen; what was counted for it stays. */
  hiddenAt: number | null
}>

export const longestFieldName = 120
/** A commune has about seventy; an import of dossiers and a form of a desk carry all of them. */
export const mostFields = 300

export type FieldNameProblem = 'blank-name' | 'too-long' | 'field-exists'

/**
 * Reads a field's name. Files of dossiers name fields in any spelling of marks and case, and codes stand for them too:
 * two fields that such a file could not tell apart are refused. `own` is the field that is being renamed.
 */
export function parseFieldName(
  text: string,
  all: readonly Field[],
  own?: Field,
): Result<string, FieldNameProblem> {
  const name = tidy(text)
  // A name of signs alone would match nothing in a file, and have no code.
  if (fieldKey(name) === '') return refused({ code: 'blank-name', field: 'name' })
  if (name.length > longestFieldName) return tooLong('name', longestFieldName)
  const other = all.find((one) => one.id !== own?.id && isCalled(one, name))
  return other ? refused(taken(other)) : ok(name)
}

/** As names of fields are compared: without marks, đ as d, hòa as hoà, signs as blanks. */
export const fieldKey = (name: string): string => fold(name)

/** Whether a file that says this means this field. */
export const isCalled = ({ code, name }: Field, text: string): boolean =>
  code === text || fieldKey(name) === fieldKey(text) || code === fieldKey(text)

/** A code out of the name, which later renaming leaves as it is; numbered where it is taken. */
export function fieldCodeFor(name: string, isTaken: (code: string) => boolean): string {
  const words = fieldKey(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const code = words.slice(0, 36).replace(/-$/, '') || 'linh-vuc'
  for (let number = 2, tried = code; ; number++) {
    if (!isTaken(tried)) return tried
    tried = `${code}-${number}`
  }
}

/** A field at the top with those of its group, each by name. */
export type FieldGroup = Readonly<{ field: Field; members: readonly Field[] }>

export function groupFields(fields: readonly Field[]): FieldGroup[] {
  const byName = fields.toSorted((a, b) => compareNames(a.name, b.name))
  const known = new Set(fields.map(({ id }) => id))
  // Of a list without hidden ones a group may be missing; its fields are not.
  return byName
    .filter(({ groupId }) => groupId === null || !known.has(groupId))
    .map((field) => ({ field, members: byName.filter(({ groupId }) => groupId === field.id) }))
}

/** Whether others belong to it. */
export const hasMembers = (field: Field, all: readonly Field[]): boolean =>
  all.some(({ groupId }) => groupId === field.id)

const taken = ({ name }: Field): Problem<'field-exists'> => ({
  code: 'field-exists',
  field: 'name',
  params: { known: name },
})
