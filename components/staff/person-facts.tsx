import type { Role } from '@/domain/access'
import { formatDayTime } from '@/domain/period'
import type { PersonState } from '@/domain/person'
import type { Translate } from '@/lib/i18n'
import styles from './person-facts.module.css'

export type ShownPerson = Readonly<{
  name: string
  email: string
  state: PersonState
  hasSecondFactor: boolean
  signedInAt: number | null
  roles: readonly Readonly<{ role: Role; unitId: number; unitCode: string; unit: string }>[]
}>

/** E-mail where it is not already the name, whether the person may sign in, and when they last did. */
export function PersonFacts({ t, person }: { t: Translate; person: ShownPerson }) {
  const { name, email, state, hasSecondFactor, signedInAt } = person
  const at = signedInAt === null ? null : formatDayTime(signedInAt)
  return (
    <div className={styles.facts}>
      {name !== email && (
        <p className={styles.email} translate="no">
          {email}
        </p>
      )}
      <p className={styles.soft}>
        <strong className={styles[state]}>{t(`people.state.${state}`)}</strong>
        {' · '}
        {at ? t('people.signedIn', { at }) : t('people.neverSignedIn')}
        {' · '}
        {t(hasSecondFactor ? 'people.secondFactor.has' : 'people.secondFactor.hasNot')}
      </p>
    </div>
  )
}
