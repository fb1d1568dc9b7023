import type { LeftOut as LeftOutItem } from '@/domain/figure'
import { formatDay } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** What belongs to the unit and the survey but is in none of the figures, one by one, with why. */
export function LeftOutList({ items, locale }: { items: readonly LeftOutItem[]; locale: Locale }) {
  const t = translator(locale)
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
    <ul>
      {sentences.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}
