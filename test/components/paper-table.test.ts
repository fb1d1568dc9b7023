import { expect, test } from 'vitest'
import { listShortTables } from '@/components/paper/paper-table'
import { reportOf, row } from '../helpers/report'

test('on one page the groups without a number share a line, those hidden and those empty', () => {
  const field = [
    row('Hộ tịch', [2, 6, 12, 60, 51]),
    row('Chứng thực', [0, 0, 0, 2, 1]),
    row('Đất đai', [0, 0, 0, 0, 0]),
    row('Giáo dục', [0, 0, 0, 3, 1]),
  ]
  const [table] = listShortTables(reportOf({ rows: { field } }), ['field'])
  expect(table?.rows.map(({ cells, rest }) => [cells[0], rest])).toEqual([
    ['Hộ tịch', undefined],
    ['Chưa đủ phiếu', 'Chứng thực; Giáo dục'],
    ['Chưa có phiếu', 'Đất đai'],
  ])
})

test('a table of hidden groups only is left out', () => {
  const unit = [row('Xã A', [0, 0, 0, 2, 1]), row('Xã B', [0, 0, 0, 1, 1])]
  expect(listShortTables(reportOf({ rows: { unit } }), ['unit'])).toEqual([])
})
