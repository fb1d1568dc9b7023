import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { type Field, groupFields, longestFieldName } from '@/domain/field'
import type { Translate } from '@/lib/i18n'

/** Name and group of a field; `groups` are those it may belong to. */
export function FieldInputs(props: {
  name: string
  group: string
  groups: readonly Field[]
  wrong: string | null
  t: Translate
}) {
  const { groups, wrong, t } = props
  return (
    <>
      <TextField
        id="name"
        label={t('fields.form.name')}
        defaultValue={props.name}
        maxLength={longestFieldName}
        required
        invalid={wrong === 'name'}
      />
      <SelectField
        id="group"
        label={t('fields.form.group')}
        value={props.group}
        options={[
          { value: '', label: t('fields.form.noGroup') },
          ...groups.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        invalid={wrong === 'group'}
      />
    </>
  )
}

/** Where a field may belong: those that belong nowhere themselves, and where it is already. */
export const groupsFor = (all: readonly Field[], own?: Field): Field[] =>
  groupFields(all)
    .map(({ field }) => field)
    .filter(({ id, hiddenAt }) => id !== own?.id && (hiddenAt === null || id === own?.groupId))

/** What a form of a field posts. */
export const fieldInputOf = (form: URLSearchParams) => ({
  name: form.get('name') ?? '',
  groupCode: form.get('group') ?? '',
})
