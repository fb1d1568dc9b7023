import { describe, expect, test } from 'vitest'
import { ancestorsOf, childrenOf, isValidOn, plantTree, subtreeOf, type Unit } from '@/domain/unit'

const unit = (id: number, parentId: number | null, more: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `Unit ${id}`,
  level: 'xa',
  parentId,
  validFrom: null,
  validTo: null,
  successorId: null,
  ...more,
})

const tree = plantTree([unit(1, null), unit(2, 1), unit(3, 1), unit(4, 2), unit(5, null)])

describe('unit tree', () => {
  test('subtree, children and ancestors', () => {
    expect(subtreeOf(tree, 1)).toEqual([1, 2, 4, 3])
    expect(subtreeOf(tree, 4)).toEqual([4])
    expect(subtreeOf(tree, 99)).toEqual([])
    expect(childrenOf(tree, 1).map((child) => child.id)).toEqual([2, 3])
    expect(ancestorsOf(tree, 4).map((one) => one.id)).toEqual([2, 1])
    expect(ancestorsOf(tree, 5)).toEqual([])
  })

  test('a circle in damaged data ends', () => {
    const circle = plantTree([unit(1, 2), unit(2, 1)])
    expect(subtreeOf(circle, 1).sort()).toEqual([1, 2])
    expect(ancestorsOf(circle, 1).map((one) => one.id)).toEqual([2])
  })

  test('districts ended on 30/06/2025', () => {
    const district = unit(1, null, { level: 'huyen_legacy', validTo: '2025-06-30' })
    expect(isValidOn(district, '2025-06-30')).toBe(true)
    expect(isValidOn(district, '2025-07-01')).toBe(false)
    expect(isValidOn(unit(2, null, { validFrom: '2025-07-01' }), '2025-06-30')).toBe(false)
  })
})
