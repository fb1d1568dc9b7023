import type { FigureRow } from '@/domain/figure'

/** Where an axis of rates begins: at the tens below the lowest interval, and never above 80%. */
export function axisFloor(rows: readonly FigureRow[]): number {
  const lows = rows.flatMap((row) => (row.status === 'ok' ? [row.low ?? row.rate] : []))
  const tens = Math.floor(Math.min(1, ...lows) * 10) / 10
  return Math.max(0, Math.min(0.8, tens))
}
