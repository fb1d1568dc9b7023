import { describe, expect, it, test } from 'vitest'
import { findWords, maskSpans, type TextSpan } from '@/domain/personal-data/redaction'
import { quickest } from '../helpers/quickest'

const mask = (text: string, ...all: string[]) => {
  const spans: TextSpan[] = []
  for (const words of all) spans.push(...findWords(text, words, spans))
  return maskSpans(text, spans).replaceAll('⟦words⟧', '#')
}

describe('words to be masked', () => {
  it.each([
    ['Anh Nguyễn Văn A rất tốt', 'Nguyễn Văn A', 'Anh # rất tốt'],
    ['Anh NGUYỄN VĂN A rất tốt', 'nguyễn văn a', 'Anh # rất tốt'],
    ['Anh Nguyễn  Văn\nA, chị Nguyễn Văn A', 'Nguyễn Văn A', 'Anh #, chị #'],
    ['Anh Nguyễn Văn A', 'nguyen van a', 'Anh #'],
    ['Anh Nguyen Van A', 'Nguyễn Văn A', 'Anh #'],
    ['Chị Đào tiếp', 'dao', 'Chị # tiếp'],
    ['Chị An ăn cơm', 'An', 'Chị # ăn cơm'],
    ['Lan và Lan Anh ở phường Lan', 'Lan', '# và # Anh ở phường #'],
    ['Lan, Lành, Hoàn', 'La', ''],
    ['chị Ba (Ba) Bảy', ' Ba ', 'chị # (#) Bảy'],
    ['tên Ba.', 'Ba', 'tên #.'],
    ['ម្ចាស់ឈ្មោះសុខាល្អណាស់', 'សុខា', 'ម្ចាស់ឈ្មោះ#ល្អណាស់'],
    ['a+b (c) $1 \\d', '(c)', 'a+b # $1 \\d'],
    ['😀 Ba 😀', 'ba', '😀 # 😀'],
    ['Ba Ba Ba', 'Ba Ba', '# Ba'],
  ])('%s, %s', (text, words, expected) => {
    expect(mask(text, words)).toBe(expected || text)
  })

  it('that are not there, blank or only marks are found nowhere', () => {
    for (const words of ['', '  ', 'Tư', '\u0301', 'phone', '⟦phone⟧']) {
      expect(findWords('Chị Ba gọi ⟦phone⟧', words, [])).toEqual([])
    }
  })

  it('are not found in what is masked already, nor across its edge', () => {
    const text = 'Chị Nguyễn Thị Ba ở ấp Ba'
    const masked = findWords(text, 'Thị Ba', [])
    expect(findWords(text, 'Thị', masked)).toEqual([])
    expect(findWords(text, 'Nguyễn Thị', masked)).toEqual([])
    expect(mask(text, 'Thị Ba', 'Ba')).toBe('Chị Nguyễn # ở ấp #')
    expect(mask(text, 'Thị Ba', 'Nguyễn')).toBe('Chị # ở ấp Ba')
  })
})

test('the longest comment takes no time that matters', () => {
  for (const text of ['a '.repeat(1000), 'a'.repeat(2000), 'ệ '.repeat(1000), ' '.repeat(2000)]) {
    const time = quickest(() => {
      findWords(text, 'a', [])
      findWords(text, text.slice(0, 1000), [])
    })
    expect(time).toBeLessThan(200)
  }
})
