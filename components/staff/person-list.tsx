import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import type { Translate } from '@/lib/i18n'
import { PersonFacts, type ShownPerson } from './person-facts'
import styles from './person-list.module.css'

type Listed = ShownPerson & Readonly<{ id: number }>

/** People, those who may sign in first, those who are disabled folded away. */
export function PersonList({ t, people }: { t: Translate; people: readonly Listed[] }) {
  const inUse = people.filter(({ state }) => state !== 'disabled')
  const disabled = people.filter(({ state }) => state === 'disabled')
  const cards = (some: readonly Listed[]) => (
    <ul className={box.frame}>
      {some.map((person) => (
        <li key={person.id} className={styles.card}>
          <h3>
            <a className={box.touch} href={`/dashboard/people/${person.id}`}>
              {person.name}
            </a>
          </h3>
          <PersonFacts t={t} person={person} />
          <ul className={styles.roles}>
            {person.roles.map(({ role, unitId, unit }) => (
              <li key={`${role} ${unitId}`}>
                <strong>{t(`people.role.${role}`)}</strong> · {unit}
              </li>
            ))}
            {person.roles.length === 0 && <li>{t('people.roles.none')}</li>}
          </ul>
        </li>
      ))}
    </ul>
  )
  return (
    <section className={box.stack} aria-labelledby="person-list">
      <h2 id="person-list">{t('people.list.title')}</h2>
      {people.length < 2 && <Notice>{t('people.list.alone')}</Notice>}
      {cards(inUse)}
      {disabled.length > 0 && (
        <details>
          <summary>{t('people.list.disabled', { n: disabled.length })}</summary>
          {cards(disabled)}
        </details>
      )}
    </section>
  )
}
