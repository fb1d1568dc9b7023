import type { DossierShares, DossierTable } from '@/domain/dossier/table'
import { formatCount } from '@/domain/number-format'
import type { Rate } from '@/domain/rate'
import { rateWords } from '@/lib/figure-words'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import type { PaperRow, PaperTable } from './paper-cells'

const t = translator('vi')

/** The dossiers of each unit, or null where no unit has any for exactly the period. */
export function dossierTable({ rows, total }: DossierTable): PaperTable | null {
  if (rows.every(({ shares }) => shares === null)) return null
  const lines = rows.map(({ unit, shares }) => dossierRow(unit.name, shares))
  const sum = { ...dossierRow(t('label.total'), total), isTotal: true as const }
  return {
    title: paperWord('part.dossiers'),
    columns: [
      t('label.unit'),
      paperWord('column.received'),
      paperWord('column.resolved'),
      paperWord('column.onTimeOfReceived'),
      paperWord('column.onTimeOfResolved'),
      paperWord('column.inProgress'),
    ],
    rows: total && rows.length > 1 ? [...lines, sum] : lines,
  }
}

function dossierRow(label: string, shares: DossierShares | null): PaperRow {
  if (!shares) return { cells: [label], rest: t('figures.page.dossiers.notExact') }
  const count = (value: number | null) =>
    value === null ? t('label.unknown') : formatCount(value, 'vi')
  const share = (rate: Rate | null) => (rate ? rateWords(rate, t) : t('label.unknown'))
  return {
    cells: [
      label,
      count(shares.counts.received),
      count(shares.counts.resolved),
      share(shares.onTimeOfReceived),
      share(shares.onTimeOfResolved),
      share(shares.inProgressOfReceived),
    ],
  }
}
