import box from '@/components/ui/box.module.css'
import type { FigureRow } from '@/domain/figure'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'

/** Names, in one line, what nobody has answered for: a table full of such rows would hide the others. */
export function EmptyRows(props: {
  rows: readonly FigureRow[]
  labelLang?: Locale | undefined
  t: Translate
}) {
  const { rows, t } = props
  const names = rows.filter((row) => row.status === 'none').map((row) => row.label)
  if (names.length === 0) return null
  const word = t('figures.page.state.none')
  return (
    <p className={box.soft}>
      {word}: <span lang={props.labelLang}>{names.join('; ')}</span>.
    </p>
  )
}
