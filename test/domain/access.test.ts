import { describe, expect, test } from 'vitest'
import { type Capability, computeScope, type Role, roles, unitsFor } from '@/domain/access'
import type { Unit } from '@/domain/unit'

const unit = (id: number, parentId: number | null): Unit => ({
  id,
  code: `u${id}`,
  name: `Unit ${id}`,
  level: 'xa',
  parentId,
  validFrom: null,
  validTo: null,
  successorId: null,
})
const units = [unit(1, null), unit(2, 1), unit(3, 1), unit(4, 2)]
const person = { userId: 7, email: 'a@b', name: 'A' }
const reach = (role: Role, unitId: number, capability: Capability) =>
  [...unitsFor(computeScope(person, [{ unitId, role }], units), capability)].sort()

describe('roles', () => {
  test.each([
    ['admin', 'administration', true],
    ['admin', 'figures', true],
    ['leader', 'figures', true],
    ['leader', 'comments', true],
    ['leader', 'invalidation', true],
    ['leader', 'originals', true],
    ['reporter', 'originals', false],
    ['leader', 'exports', false],
    ['reporter', 'exports', true],
    ['reporter', 'dossiers', true],
    ['reporter', 'invalidation', false],
    ['clerk', 'paper', true],
    ['clerk', 'dossiers', true],
    ['clerk', 'figures', false],
    ['clerk', 'comments', false],
    ['viewer', 'figures', true],
    ['viewer', 'comments', false],
  ] as const)('%s may %s: %s', (role, capability, may) => {
    expect(reach(role, 1, capability).length > 0).toBe(may)
  })

  test('hold at the unit and everything under it, and nowhere else', () => {
    for (const role of roles.filter((one) => one !== 'clerk')) {
      expect(reach(role, 2, 'figures')).toEqual([2, 4])
    }
  })

  test('what holds for every unit is for whoever administers all there are', () => {
    expect(reach('admin', 1, 'installation')).toEqual([1, 2, 3, 4])
    expect(reach('admin', 2, 'installation')).toEqual([])
    expect(reach('leader', 1, 'installation')).toEqual([])
  })

  test('several grants add up, each with its own capabilities', () => {
    const scope = computeScope(
      person,
      [
        { unitId: 4, role: 'reporter' },
        { unitId: 3, role: 'clerk' },
      ],
      units,
    )
    expect([...unitsFor(scope, 'figures')]).toEqual([4])
    expect([...unitsFor(scope, 'dossiers')].sort()).toEqual([3, 4])
    expect([...unitsFor(scope, 'administration')]).toEqual([])
  })

  test('an administrator at the top sees what is added beside it; nobody else does', () => {
    const beside = [...units, unit(9, null)]
    const grantAll = (role: Role, unitId: number) =>
      unitsFor(computeScope(person, [{ unitId, role }], beside), 'figures').has(9)
    expect(grantAll('admin', 1)).toBe(true)
    expect(grantAll('admin', 2)).toBe(false)
    expect(grantAll('viewer', 1)).toBe(false)
  })

  test('a grant at a unit that is gone gives nothing', () => {
    expect(reach('admin', 99, 'figures')).toEqual([])
  })
})
