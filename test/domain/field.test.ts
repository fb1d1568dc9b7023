import { describe, expect, it } from 'vitest'
import { type Field, fieldCodeFor, groupFields, parseFieldName } from '@/domain/field'
import { readFieldFile } from '@/domain/field-file'

const field = (id: number, name: string, more: Partial<Field> = {}): Field => ({
  id,
  code: fieldCodeFor(name, () => false),
  name,
  groupId: null,
  hiddenAt: null,
  ...more,
})
const all = [
  field(1, 'Văn hóa, thể thao'),
  field(2, 'Đất đai', { code: 'dat' }),
  field(3, 'Lĩnh vực khác', { code: 'khac' }),
]
const codeOf = (text: string, own?: Field) => {
  const read = parseFieldName(text, all, own)
  return read.ok ? read.value : read.problems[0]?.code
}

describe('the name of a field', () => {
  it.each(['VĂN HOÀ THỂ THAO', 'van hoa – the thao', 'Văn  hóa, thể thao', 'đất đai', 'Dat Dai'])(
    '%s is there already',
    (text) => {
      expect(codeOf(text)).toBe('field-exists')
    },
  )

  it('is no code that stands for another one in a file', () => {
    expect(codeOf('Khác')).toBe('field-exists')
    expect(codeOf('Khác', all[2])).toBe('Khác')
  })

  it('is kept in one spelling, and has letters', () => {
    expect(codeOf(' Hộ   tịch ')).toBe('Hộ tịch')
    expect(codeOf('đất đai', all[1])).toBe('đất đai')
    expect(codeOf(' – ')).toBe('blank-name')
    expect(codeOf('x'.repeat(121))).toBe('too-long')
  })

  it('makes a code of plain letters, numbered where it is taken', () => {
    expect(fieldCodeFor('Đất đai, môi trường', () => false)).toBe('dat-dai-moi-truong')
    expect(fieldCodeFor('Y tế', (code) => ['y-te', 'y-te-2'].includes(code))).toBe('y-te-3')
    expect(fieldCodeFor('វិស័យ', () => false)).toBe('linh-vuc')
    expect(fieldCodeFor('a '.repeat(60), () => false)).toMatch(/^a(-a)+$/)
  })
})

it('fields stand under their group, by name, and alone where the group is not among them', () => {
  const members = [
    field(5, 'Đăng ký kinh doanh', { groupId: 2 }),
    field(4, 'Ao hồ', { groupId: 2 }),
  ]
  const shown = (fields: readonly Field[]) =>
    groupFields(fields).map(({ field: { id }, members: below }) => [id, below.map((one) => one.id)])
  expect(shown([...members, ...all])).toEqual([
    [2, [4, 5]],
    [3, []],
    [1, []],
  ])
  expect(shown(members)).toEqual([
    [4, []],
    [5, []],
  ])
})

describe('a list of fields', () => {
  const read = (...rows: string[][]) =>
    readFieldFile(rows.map((cells, index) => ({ row: index + 1, cells })))

  it('is read by the words of its columns, with or without groups', () => {
    expect(read(['Nhóm', 'Tên lĩnh vực'], ['Tư pháp', ' Hộ  tịch ']).lines).toEqual([
      { row: 2, name: 'Hộ tịch', group: 'Tư pháp' },
    ])
    expect(read(['name'], ['Y tế']).lines).toEqual([{ row: 2, name: 'Y tế', group: '' }])
  })

  it('has every line named that is wrong in itself', () => {
    const { findings } = read(
      ['linh vuc', 'nhom'],
      ['', 'Tư pháp'],
      ['Hòa giải', ''],
      ['HOÀ GIẢI', ''],
      ['x'.repeat(121), ''],
    )
    expect(findings.map(({ row, problem }) => `${row} ${problem.code}`)).toEqual([
      '2 blank-name',
      '4 field-twice',
      '5 too-long',
    ])
    expect(read(['stt'], ['1']).findings).toMatchObject([
      { row: 0, problem: { code: 'field-header' } },
    ])
  })

  it('is not taken where two columns mean the same, and says which', () => {
    const { lines, findings } = read(['Tên', 'Nhóm', 'Lĩnh vực'], ['1', 'Tư pháp', 'Hộ tịch'])
    expect(lines).toEqual([])
    expect(findings).toEqual([
      { row: 0, problem: { code: 'list-column-twice', params: { text: 'Lĩnh vực' } } },
    ])
  })
})
