import box from '@/components/ui/box.module.css'
import type { Field, FieldGroup } from '@/domain/field'
import type { Translate } from '@/lib/i18n'
import styles from './field-list.module.css'

type Props = Readonly<{ groups: readonly FieldGroup[]; all: readonly Field[]; t: Translate }>

/** Fields, each leading to its page; those of a group stand under it. */
export function FieldList({ groups, ...rest }: Props) {
  return (
    <ul className={`${box.touches} ${styles.list}`}>
      {groups.map(({ field, members }) => (
        <li key={field.code}>
          <FieldLine field={field} {...rest} />
          {members.length > 0 && (
            <ul className={styles.members}>
              {members.map((member) => (
                <li key={member.code}>
                  <FieldLine field={member} {...rest} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function FieldLine({ field, all, t }: Omit<Props, 'groups'> & Readonly<{ field: Field }>) {
  const group = all.find(({ id }) => id === field.groupId)
  const n = all.filter(({ groupId }) => groupId === field.id).length
  return (
    <span className={box.line}>
      <a href={`/dashboard/fields/${encodeURIComponent(field.code)}`}>{field.name}</a>
      <span className={box.soft}>
        <span translate="no">{field.code}</span>
        {group && ` · ${t('fields.inGroup', { name: group.name })}`}
        {n > 0 && ` · ${t('fields.groupOf', { n })}`}
      </span>
      {field.hiddenAt !== null && <span className={box.closed}>{t('fields.hidden')}</span>}
    </span>
  )
}
