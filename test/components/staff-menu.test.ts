import { describe, expect, test } from 'vitest'
import { setupEntries, staffLinks } from '@/app/(staff)/links'
import { computeScope, type Role } from '@/domain/access'
import { translator } from '@/lib/i18n'

const unit = {
  ...{ id: 1, code: 'office', name: 'UBND xã', level: 'xa' as const, parentId: null },
  ...{ validFrom: null, validTo: null, successorId: null },
}
const person = { userId: 1, email: 'a@xa.gov.vn', name: 'A' }
const scopeOf = (role: Role) => computeScope(person, [{ unitId: 1, role }], [unit])

const menu = (role: Role, current: string) => staffLinks(scopeOf(role), translator('vi'), current)

describe('the menu', () => {
  test('is short: one entry leads to everything that is set up', () => {
    expect(menu('admin', '/dashboard').map(({ label }) => label)).toEqual([
      'Kết quả khảo sát',
      'Ý kiến',
      'Dấu hiệu',
      'Số liệu hồ sơ',
      'Số liệu đã chốt',
      'Quản trị',
    ])
  })

  test('has the entry for administrators alone', () => {
    for (const role of ['leader', 'reporter', 'clerk', 'viewer'] as const) {
      const hrefs = menu(role, '/dashboard').map(({ href }) => href)
      expect(hrefs).not.toContain('/dashboard/setup')
    }
  })

  test('marks the part, and in it the page, also from the pages below that one', () => {
    const marked = menu('admin', '/dashboard/units/office/edit').find(({ current }) => current)
    expect(marked).toMatchObject({ href: '/dashboard/setup', current: 'part' })
    const below = marked?.below?.filter(({ current }) => current)
    expect(below).toEqual([{ href: '/dashboard/units', label: 'Đơn vị', current: 'page' }])
  })

  test('keeps the pages of a part to themselves outside it', () => {
    for (const path of ['/dashboard', '/dashboard/setup', '/dashboard/by/units']) {
      expect(menu('admin', path).filter(({ below }) => below)).toEqual([])
      expect(menu('admin', path).filter(({ current }) => current)).toHaveLength(1)
    }
  })

  test('offers an administrator of one unit no page that is for those of all', () => {
    const below = { ...unit, id: 2, code: 'to-1', parentId: 1 }
    const scope = computeScope(person, [{ unitId: 2, role: 'admin' }], [unit, below])
    const hrefs = (of: typeof scope) => setupEntries(of, translator('vi')).map(({ href }) => href)
    expect(hrefs(scope)).toContain('/dashboard/units')
    expect(hrefs(scope)).not.toContain('/dashboard/fields')
    expect(hrefs(scopeOf('admin'))).toContain('/dashboard/fields')
  })
})
