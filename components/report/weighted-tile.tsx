import { formatCount, formatFraction, formatRate, formatShare } from '@/domain/number-format'
import type { Weighted } from '@/domain/report'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { Tile, TileNote } from './tile'

/** The rate as it would be if every unit spoke for its own dossiers, beside the pooled one. */
export function WeightedTile({ weighted, locale }: { weighted: Weighted; locale: Locale }) {
  const t = translator(locale)
  const { rate, covered, dossiers } = weighted
  const units = formatCount(weighted.units, locale)
  const share = { k: covered, n: dossiers ?? 0 }
  const note =
    dossiers === null
      ? t('figures.page.beside.weightedPart', { units, covered: formatCount(covered, locale) })
      : t('figures.page.beside.weightedShare', {
          units,
          share: formatRate(share, locale),
          fraction: formatFraction(share, locale),
        })
  return (
    <Tile term={t('figures.page.beside.weighted')} value={formatShare(rate, locale)}>
      <TileNote>{note}</TileNote>
    </Tile>
  )
}
