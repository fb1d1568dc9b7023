import type { FigureRow, Figures } from '@/domain/figure'
import { formatCount, formatFraction, formatRate } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { Mix } from './mix'
import { Tile, TileNote } from './tile'

/** Responses that are in no rate, and what the rate would be with those that were invalidated. */
export function UncountedTile({ figures, locale }: { figures: Figures; locale: Locale }) {
  const t = translator(locale)
  const { missing, notApplicable, invalidated, withInvalidated } = figures
  if (missing === null || notApplicable === null) return null
  const invalid = invalidated ?? 0
  return (
    <Tile term={t('figures.page.beside.uncounted')}>
      <Mix
        of="word"
        rows={[
          { label: t('figures.page.beside.missing'), text: formatCount(missing, locale) },
          {
            label: t('figures.page.beside.notApplicable'),
            text: formatCount(notApplicable, locale),
          },
          {
            label: t('figures.page.beside.invalidated'),
            text: invalid === 'few' ? t('figures.page.beside.few') : formatCount(invalid, locale),
          },
        ]}
        locale={locale}
      />
      {withInvalidated && <WithInvalidated row={withInvalidated} locale={locale} />}
    </Tile>
  )
}

function WithInvalidated({ row, locale }: { row: FigureRow; locale: Locale }) {
  if (row.status !== 'ok' && row.status !== 'reference') return null
  const t = translator(locale)
  const fraction = formatFraction(row, locale)
  return (
    <TileNote>
      {row.status === 'ok'
        ? t('figures.page.beside.withInvalidated', { rate: formatRate(row, locale), fraction })
        : t('figures.page.beside.withInvalidatedFew', { fraction })}
    </TileNote>
  )
}
