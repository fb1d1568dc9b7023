import box from '@/components/ui/box.module.css'
import type { FigureRow } from '@/domain/figure'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** Names, in one line, what nobody has answered for: a table full of such rows would hide the others. */
export function EmptyRows({ rows, locale }: { rows: readonly FigureRow[]; locale: Locale }) {
  const names = rows.filter((row) => row.status === 'none').map((row) => row.label)
  if (names.length === 0) return null
  const word = translator(locale)('figures.page.state.none')
  return <p className={box.soft}>{`${word}: ${names.join('; ')}.`}</p>
}
