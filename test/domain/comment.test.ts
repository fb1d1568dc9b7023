import { expect, test } from 'vitest'
import { languageOf } from '@/domain/comment'

test.each([
  ['Cán bộ nhiệt tình', 'en', 'vi'],
  ['Ca\u0301n bo\u0323', 'km', 'vi'],
  ['បុគ្គលិកល្អ ok', 'vi', 'km'],
  ['Very good', 'en', 'en'],
  ['Phuc vu tot', 'vi', 'vi'],
  ['ok', 'km', undefined],
  ['ok', null, undefined],
] as const)('%s, written into a form in %s, is in %s', (text, form, language) => {
  expect(languageOf(text, form)).toBe(language)
})
