import { expect, test } from 'vitest'
import { tidy } from '@/domain/tidy-text'

test.each([
  ['  Quầy\t\n 1 ', 'Quầy 1'],
  ['Quầy\0 số\u0007\u009b2', 'Quầy số 2'],
  ['Qu\u0061\u0302\u0300y', 'Quầy'],
  ['an\u202Egnat\u202C, \u2066x\u2069\u200F', 'angnat, x'],
  // Khmer parts its words with a blank that has no width.
  ['ការិយាល័យ\u200Bច្រក', 'ការិយាល័យ\u200Bច្រក'],
  ['\u200B\u200D\uFEFF\u202E', ''],
  ['\u0301', ''],
  ['<b>&amp;', '<b>&amp;'],
  [`Q${'\u0323\u0301'.repeat(400)}`, `Q${'\u0323'.repeat(15)}${'\u0301'.repeat(15)}`],
])('%j is kept as %j', (typed, kept) => {
  expect(tidy(typed)).toBe(kept)
  expect(tidy(kept)).toBe(kept)
})
