import type { Figures, LeftOut as LeftOutItem } from '@/domain/figure'
import { formatDay } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './left-out.module.css'
import { Section } from './section'

type Props = Readonly<{ of: readonly Figures[]; t: Translate }>

/** What belongs to the unit and the survey but is in none of these figures, one by one, with why. */
export function LeftOut({ of, t }: Props) {
  const items = of.flatMap(({ leftOut }) => leftOut)
  if (items.length === 0) return null
  const sentence = (item: LeftOutItem) => {
    const reason = t(`figures.page.leftOut.${item.reason}`)
    if (item.kind === 'version') {
      const { version, question } = item
      return t('figures.page.leftOut.version', { version, question, reason })
    }
    const channel = t(`figures.channel.${item.channel}`)
    const { from, to, unit } = item
    const days = { from: formatDay(from), to: formatDay(to) }
    return t('figures.page.leftOut.sheet', { unit, channel, ...days, reason })
  }
  const sentences = [...new Set(items.map(sentence))]
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
