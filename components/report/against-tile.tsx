import type { Figures } from '@/domain/figure'
import { formatFraction, formatPoints, formatRate } from '@/domain/number-format'
import { formatDays, isUnderWay } from '@/domain/period'
import type { Against } from '@/domain/report'
import type { Translate } from '@/lib/i18n'
import { Tile, TileNote } from './tile'

type Props = Readonly<{ term: string; now: Figures; then: Against; t: Translate }>

/** The change since another period, whether it says anything, and what it is a change from; or why there is none. */
export function AgainstTile({ term, now, then, t }: Props) {
  const { change, total, period } = then
  const days = t('figures.page.against.days', formatDays(period))
  if (!change) {
    return (
      <Tile term={term}>
        <TileNote tone="strong">{reasonOf(now, then, t)}</TileNote>
        <TileNote>{[days, baseOf(total, t)].filter(Boolean).join(' ')}</TileNote>
      </Tile>
    )
  }
  const low = formatPoints(change.low, t.locale)
  const high = formatPoints(change.high, t.locale)
  return (
    <Tile
      term={term}
      value={
        <>
          {formatPoints(change.difference, t.locale)}{' '}
          <small>{t('figures.page.against.unit')}</small>
        </>
      }
    >
      {!change.isConclusive && (
        <TileNote tone="strong">{t('figures.page.against.inconclusive')}</TileNote>
      )}
      {isUnderWay(now.period, Date.parse(now.asOf)) && (
        <TileNote tone="caution">{t('figures.page.against.underWay')}</TileNote>
      )}
      <TileNote>{t('figures.page.against.interval', { low, high })}</TileNote>
      <TileNote>{[days, baseOf(total, t)].join(' ')}</TileNote>
    </Tile>
  )
}

/** Why two figures cannot be set against each other. */
function reasonOf(now: Figures, { total }: Against, t: Translate): string {
  if (now.total.status !== 'ok') return t('figures.page.against.nowFew')
  if (total.status === 'ok') return t('figures.page.against.otherQuestion')
  return t(`figures.page.against.${total.status}`)
}

function baseOf(total: Against['total'], t: Translate): string {
  if (total.status !== 'ok' && total.status !== 'reference') return ''
  const fraction = formatFraction(total, t.locale)
  return total.status === 'ok'
    ? t('figures.page.against.then', { rate: formatRate(total, t.locale), fraction })
    : t('figures.page.against.thenFew', { fraction })
}
