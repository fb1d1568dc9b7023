import box from '@/components/ui/box.module.css'
import type { Translate } from '@/lib/i18n'
import { ActionForm } from './action-form'
import type { ShownPerson } from './person-facts'
import styles from './row-list.module.css'

/** The person's roles, each with the way to take it away. */
export function RoleList(props: { t: Translate; person: ShownPerson; path: string }) {
  const { t } = props
  const { roles } = props.person
  return (
    <section className={styles.section} aria-labelledby="roles">
      <h2 id="roles">{t('label.roles')}</h2>
      {roles.length === 0 && <p>{t('people.roles.none')}</p>}
      {roles.length > 0 && (
        <ul className={box.frame}>
          {roles.map(({ role, unitId, unitCode, unit }) => (
            <li key={`${role} ${unitId}`} className={styles.row}>
              <p>
                <strong>{t(`people.role.${role}`)}</strong> · {unit}
              </p>
              <ActionForm
                action={`${props.path}/role-removal`}
                values={{ role, unit: unitCode }}
                label={t('people.roles.remove')}
                name={t('people.roles.removeNamed', {
                  role: t(`people.role.${role}`),
                  unit,
                })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
