import type { FigureRow, Figures } from '@/domain/figure'
import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { Mix } from './mix'
import { Tile, TileNote } from './tile'

/** Responses that are in no rate, and what the rate would be with those that were invalidated. */
export function UncountedTile({ figures, t }: { figures: Figures; t: Translate }) {
  const { missing, notApplicable, invalidated, withInvalidated } = figures
  if (missing === null || notApplicable === null) return null
  const invalid = invalidated ?? 0
  return (
    <Tile term={t('figures.page.beside.uncounted')}>
      <Mix
        of="word"
        rows={[
          { label: t('figures.page.beside.missing'), text: formatCount(missing, t.locale) },
          {
            label: t('scale.na'),
            text: formatCount(notApplicable, t.locale),
          },
          {
            label: t('figures.page.beside.invalidated'),
            text: invalid === 'few' ? t('label.few') : formatCount(invalid, t.locale),
          },
        ]}
        t={t}
      />
      {withInvalidated && <WithInvalidated row={withInvalidated} t={t} />}
    </Tile>
  )
}

function WithInvalidated({ row, t }: { row: FigureRow; t: Translate }) {
  if (row.status !== 'ok' && row.status !== 'reference') return null
  const fraction = formatFraction(row, t.locale)
  return (
    <TileNote>
      {row.status === 'ok'
        ? t('figures.page.beside.withInvalidated', { rate: formatRate(row, t.locale), fraction })
        : t('figures.page.beside.withInvalidatedFew', { fraction })}
    </TileNote>
  )
}
