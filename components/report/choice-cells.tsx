import type { FigureRow } from '@/domain/figure'
import { formatCount } from '@/domain/number-format'
import { bottomTwoBox, neutralBox, type Rate, topTwoBox } from '@/domain/rate'
import type { Translate } from '@/lib/i18n'
import styles from './choices-table.module.css'
import { LevelBar } from './level-bar'
import { Share } from './share'
import { StatusCell } from './status-cells'

/** How many people chose it, and how satisfied they were. */
export function ChoiceCells({ row, t }: { row: FigureRow; t: Translate }) {
  if (row.status === 'none' || row.status === 'suppressed') {
    return <StatusCell row={row} t={t} span={5} />
  }
  const { levels, n, status } = row
  const boxes = [bottomTwoBox(levels), neutralBox(levels), topTwoBox(levels)]
  return (
    <>
      <td className={styles.people} data-kind="number">
        {formatCount(n, t.locale)}
      </td>
      {boxes.map((rate, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
        <td key={index} data-kind="number">
          <Count rate={rate} t={t} isRated={status === 'ok'} />
        </td>
      ))}
      <td className={styles.bar}>
        {status === 'ok' ? <LevelBar levels={levels} /> : t('figures.page.state.referenceCell')}
      </td>
    </>
  )
}

function Count(props: { rate: Rate; t: Translate; isRated: boolean }) {
  return props.isRated ? (
    <Share rate={props.rate} t={props.t} />
  ) : (
    formatCount(props.rate.k, props.t.locale)
  )
}
