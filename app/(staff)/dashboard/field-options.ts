import type { SelectGroup, SelectOption } from '@/components/staff/select-field'
import { type Field, groupFields } from '@/domain/field'
import { fieldLabel } from '@/lib/field-label'
import type { Translate } from '@/lib/i18n'

/** The fields for a select or a list of boxes: those of a group under its name, the group's own one first. */
export function fieldOptions(
  fields: readonly Field[],
  t: Translate,
): (SelectOption | SelectGroup)[] {
  return groupFields(fields).map(({ field, members }) => {
    const own = { value: field.code, label: fieldLabel(field, fields, t) }
    if (members.length === 0) return own
    const options = members.map(({ code, name }) => ({ value: code, label: name }))
    return { label: field.name, options: [own, ...options] }
  })
}
