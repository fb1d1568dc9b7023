import type { Channel } from '@/domain/door'
import type { MixRow } from '@/domain/figure'
import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { Tile, TileNote } from './tile'

/** How many of the forms that an office handed out came back with an answer: the one true response rate. */
export function FormsTile({ row, t }: { row: MixRow<Channel>; t: Translate }) {
  const { n, forms } = row
  if (n === undefined || !forms) return null
  const rate = { k: n, n: forms.handedOut }
  const count = (of: number) => formatCount(of, t.locale)
  return (
    <Tile term={t('figures.page.beside.response')} value={formatRate(rate, t.locale)}>
      <TileNote>
        {t('figures.page.beside.responseBase', { fraction: formatFraction(rate, t.locale) })}
      </TileNote>
      {forms.returned !== null && (
        <TileNote>{t('figures.page.beside.returned', { n: count(forms.returned) })}</TileNote>
      )}
      {forms.invalid !== null && (
        <TileNote>{t('figures.page.beside.invalidForms', { n: count(forms.invalid) })}</TileNote>
      )}
    </Tile>
  )
}
