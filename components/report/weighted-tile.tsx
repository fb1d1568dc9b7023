import { formatCount, formatFraction, formatRate, formatShare } from '@/domain/number-format'
import type { Weighted } from '@/domain/report'
import type { Translate } from '@/lib/i18n'
import { Tile, TileNote } from './tile'

/** The rate as it would be if every unit spoke for its own dossiers, beside the pooled one. */
export function WeightedTile({ weighted, t }: { weighted: Weighted; t: Translate }) {
  const { rate, covered, dossiers } = weighted
  const units = formatCount(weighted.units, t.locale)
  const share = { k: covered, n: dossiers ?? 0 }
  const note =
    dossiers === null
      ? t('figures.page.beside.weightedPart', { units, covered: formatCount(covered, t.locale) })
      : t('figures.page.beside.weightedShare', {
          units,
          share: formatRate(share, t.locale),
          fraction: formatFraction(share, t.locale),
        })
  return (
    <Tile term={t('figures.page.beside.weighted')} value={formatShare(rate, t.locale)}>
      <TileNote>{note}</TileNote>
    </Tile>
  )
}
