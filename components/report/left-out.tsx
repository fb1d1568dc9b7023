import type { Figures } from '@/domain/figure'
import { leftOutSentences } from '@/lib/figure-words'
import type { Translate } from '@/lib/i18n'
import styles from './left-out.module.css'
import { Section } from './section'

type Props = Readonly<{ of: readonly Figures[]; t: Translate }>

/** What belongs to the unit and the survey but is in none of these figures, one by one, with why. */
export function LeftOut({ of, t }: Props) {
  const sentences = leftOutSentences(of, t)
  if (sentences.length === 0) return null
  return (
    <Section title={t('figures.page.leftOut.title')}>
      <ul className={styles.list}>
        {sentences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Section>
  )
}
