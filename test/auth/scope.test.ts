import { expect, it } from 'vitest'
import { computeScope, type Role, unitsFor } from '@/domain/access'
import type { Unit } from '@/domain/unit'

const unit = (id: number, parentId: number | null): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  level: 'xa',
  parentId,
  validFrom: null,
  validTo: null,
  successorId: null,
})
// Two trees: 1 over 2 and 3; 4 over 5, as an import would make it.
const units = [unit(1, null), unit(2, 1), unit(3, 1), unit(4, null), unit(5, 4)]
const person = { userId: 1, email: 'lan@xa.gov.vn', name: 'Lan' }

const seen = (role: Role, unitId: number) =>
  [...unitsFor(computeScope(person, [{ unitId, role }], units), 'figures')].toSorted()

it('an administrator at a unit without a parent reaches every unit', () => {
  expect(seen('admin', 1)).toEqual([1, 2, 3, 4, 5])
  const scope = computeScope(person, [{ unitId: 4, role: 'admin' }], units)
  expect(unitsFor(scope, 'administration').size).toBe(5)
})

it('an administrator further down, and every other role, stays in the subtree', () => {
  expect(seen('admin', 2)).toEqual([2])
  expect(seen('leader', 1)).toEqual([1, 2, 3])
  expect(seen('viewer', 4)).toEqual([4, 5])
  expect(seen('clerk', 1)).toEqual([])
})
