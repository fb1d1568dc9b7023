import { expect, it } from 'vitest'
import { toLine } from '@/app/(staff)/dashboard/audit/line'
import type { ListedEvent } from '@/db/audit/list'
import { translator } from '@/lib/i18n'

const event: ListedEvent = {
  seq: 9,
  at: Date.UTC(2026, 10, 20, 3),
  action: 'user-added',
  actor: 'user add',
  who: null,
  unit: 'Xã A',
  detail: { user: 7, role: 'leader' },
}

it('says what was done in words, not in names of the code', () => {
  const { who, detail } = toLine(event, translator('vi'))
  expect(who).toBe('Lệnh user add')
  expect(detail).toEqual([
    ['Tài khoản số', '7'],
    ['Vai trò', 'Lãnh đạo'],
  ])
  expect(toLine({ ...event, detail: { roles: 'admin leader' } }, translator('km')).detail).toEqual([
    ['តួនាទី', 'អ្នកគ្រប់គ្រង, ថ្នាក់ដឹកនាំ'],
  ])
})

it('writes days as people do, and keeps what it has no words for', () => {
  const detail = { validFrom: null, validTo: '2026-03-31', level: 'xa', odd: 'thing', kind: 'odd' }
  expect(toLine({ ...event, detail }, translator('vi')).detail).toEqual([
    ['Hoạt động từ ngày', '–'],
    ['Đến hết ngày', '31/03/2026'],
    ['Cấp', 'Cấp xã'],
    ['odd', 'thing'],
    ['Loại', 'odd'],
  ])
})

it('names a person once who has no other name than the address, and the app as the app', () => {
  const who = { name: 'a@xa.gov.vn', email: 'a@xa.gov.vn' }
  expect(toLine({ ...event, who }, translator('vi')).who).toBe('a@xa.gov.vn')
  expect(toLine({ ...event, who: { ...who, name: 'Lan' } }, translator('vi')).who).toBe(
    'Lan · a@xa.gov.vn',
  )
  expect(toLine({ ...event, actor: 'app' }, translator('vi')).who).toBe('Phần mềm tự thực hiện')
})

it('says what an export was asked for in words, and keeps a query that it does not know', () => {
  const filter = 'unit=xa-a&survey=dv1&from=2026-01-01&to=2026-03-31'
  expect(toLine({ ...event, detail: { filter } }, translator('vi')).detail).toEqual([
    ['Đơn vị, phiếu, kỳ đã chọn', 'Đơn vị xa-a, phiếu dv1, từ ngày 01/01/2026 đến ngày 31/03/2026'],
  ])
  expect(
    toLine({ ...event, detail: { filter: 'from=odd' } }, translator('vi')).detail[0]?.[1],
  ).toBe('from=odd')
})
