import box from '@/components/ui/box.module.css'
import styles from './survey-cards.module.css'

type Card = Readonly<{
  href: string
  code: string
  title: string
  state: string
  isOpen: boolean
  facts: readonly string[]
}>

/** Questionnaires side by side, each with its state and what shows it. */
export function SurveyCards({ cards }: { cards: readonly Card[] }) {
  return (
    <ul className={styles.cards}>
      {cards.map((card) => (
        <li key={card.code} className={box.card}>
          <p className={styles.top}>
            <span translate="no">{card.code}</span>
            <strong className={card.isOpen ? styles.open : styles.closed}>{card.state}</strong>
          </p>
          <h2>
            <a href={card.href}>{card.title}</a>
          </h2>
          <ul className={styles.facts}>
            {card.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
