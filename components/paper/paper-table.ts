import type { By, Figures } from '@/domain/figure'
import type { Report } from '@/domain/report'
import { translator } from '@/lib/i18n'
import { tableOf } from './figure-tables'
import type { PaperTable } from './paper-cells'

const t = translator('vi')

/** The tables of these breakdowns in this order, without those in which there is nothing. */
export const listTables = (report: Report, wanted: readonly By[]): PaperTable[] =>
  wanted
    .flatMap((by) => report.breakdowns.filter((one) => one.by === by))
    .filter(isTelling)
    .flatMap((figures) => tableOf(figures) ?? [])

/** The same in fewer lines: groups without any number share the last ones, those that are hidden and those that are empty. */
export function listShortTables(report: Report, wanted: readonly By[]): PaperTable[] {
  return wanted
    .flatMap((by) => report.breakdowns.filter((one) => one.by === by))
    .filter(isTelling)
    .filter(({ rows }) => rows.filter(({ status }) => status !== 'none').length > 1)
    .flatMap(toShortTable)
}

/** Nothing where no group has a number. */
function toShortTable(figures: Figures): PaperTable[] {
  const { rows } = figures
  const counted = rows.filter(({ status }) => status === 'ok' || status === 'reference')
  const table = counted.length > 0 ? tableOf({ ...figures, rows: counted }) : null
  if (!table) return []
  const others = (['suppressed', 'none'] as const).flatMap((status) => {
    const names = rows.filter((row) => row.status === status).map(({ label }) => label)
    const cells = [t(`figures.page.state.${status}`)]
    return names.length > 0 ? [{ cells, rest: names.join('; ') }] : []
  })
  return [{ ...table, rows: [...table.rows, ...others] }]
}

/** A table says nothing where nobody is in it, or where everybody is in its one row. */
function isTelling({ by, rows }: Figures): boolean {
  const filled = rows.filter((row) => row.status !== 'none')
  if (by === 'desk') return filled.some((row) => !row.key.endsWith('unknown'))
  return filled.length > 0 && (by === 'reason' || by === 'channel' || rows.length > 1)
}
