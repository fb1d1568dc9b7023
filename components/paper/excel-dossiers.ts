import type { Row } from 'write-excel-file/node'
import { type DossierPart, dossierParts } from '@/domain/dossier/dossier'
import type { DossierShares, DossierTable } from '@/domain/dossier/table'
import { share } from '@/domain/figure-values'
import type { Rate } from '@/domain/rate'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import { numberCell, textCell, wordCell } from './excel-cells'
import { sheetOf, type WorkbookSheet } from './excel-sheet'

const t = translator('vi')

const dossierShares = ['onTimeOfResolved', 'onTimeOfReceived', 'inProgressOfReceived'] as const

/** The sheet of the dossier statistics, unit by unit. */
export function dossierSheet({ rows, total }: DossierTable): WorkbookSheet {
  const line = (code: string, name: string, shares: DossierShares | null): Row => [
    textCell(code),
    textCell(name),
    ...dossierParts.map((part) => countCell(shares, part)),
    ...dossierShares.map((one) => shareCell(shares?.[one] ?? null)),
  ]
  return sheetOf(
    paperWord('part.dossiers'),
    [
      paperWord('file.unitCode'),
      paperWord('file.unit'),
      ...dossierParts.map((part) => paperWord(`dossier.${part}`)),
      ...dossierShares.map((one) => paperWord(`dossier.${one}`)),
    ],
    [
      ...rows.map(({ unit, shares }) => line(unit.code, unit.name, shares)),
      ...(total && rows.length > 1 ? [line('', paperWord('part.total'), total)] : []),
    ],
    [14, 40, ...dossierParts.map(() => 14), ...dossierShares.map(() => 14)],
  )
}

function countCell(shares: DossierShares | null, part: DossierPart) {
  if (!shares) return wordCell(t('figures.page.dossiers.notExact'))
  const count = shares.counts[part]
  return count === null ? wordCell(t('label.unknown')) : numberCell(count, 'count')
}

const shareCell = (rate: Rate | null) =>
  rate && rate.n > 0 ? numberCell(share(rate), 'share') : null
