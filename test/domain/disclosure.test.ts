import { expect, test } from 'vitest'
import { countOrFew } from '@/domain/disclosure'

test('counts of what is no answer name no group of one to four', () => {
  expect([0, 1, 4, 5, 120].map(countOrFew)).toEqual([0, 'few', 'few', 5, 120])
})
