import { describe, expect, test } from 'vitest'
import { writeParagraph } from '@/domain/report-paragraph'
import { paperWord } from '@/lib/paper-words'
import { reportOf, row } from '../helpers/report'

const paragraph = (parts: Parameters<typeof reportOf>[0]) =>
  writeParagraph(reportOf(parts), paperWord)

const head = 'Trong kỳ (từ ngày 01/01/2026 đến ngày 31/03/2026), Xã A'

describe('the ready paragraph', () => {
  test('says who answered, how many of how many, and what', () => {
    const text = paragraph({
      channels: [
        { key: 'kiosk', n: 250 },
        { key: 'qr', n: 38 },
        { key: 'paper', n: 12 },
      ],
      coverage: { status: 'ok', n: 300, dossiers: 2400 },
      rows: {
        reason: [row('Chờ lâu', [10, 10, 5, 5, 10]), row('Thái độ', [1, 1, 1, 1, 8])],
      },
    })
    expect(text).toBe(
      `${head} thu được 300 phiếu hợp lệ (250 tại quầy, 38 qua mã QR, 12 phiếu giấy), bằng 12,50% số hồ sơ đã giải ` +
        'quyết (300/2.400). Có 276/300 phiếu đánh giá “Hài lòng” và “Rất hài lòng”, đạt 92,00%; “Bình thường” ' +
        '4,67% (14/300); “Không hài lòng” và “Rất không hài lòng” 3,33% (10/300). Nội dung được phản ánh nhiều ' +
        'nhất: Chờ lâu (40 người chọn, trong đó 20 người không hài lòng); Thái độ (12 người chọn, trong đó 2 người ' +
        'không hài lòng).',
    )
  })

  test('names a single channel, and keeps quiet about those with few people', () => {
    expect(paragraph({ channels: [{ key: 'qr', n: 300 }] })).toContain(
      '300 phiếu hợp lệ (toàn bộ qua mã QR). Chưa có số liệu hồ sơ đúng kỳ',
    )
    expect(paragraph({ channels: [{ key: 'kiosk', n: 290 }, { key: 'qr' }] })).toContain(
      '(290 tại quầy; các kênh còn lại ít phiếu nên không nêu riêng)',
    )
    expect(paragraph({ channels: [{ key: 'kiosk' }, { key: 'qr' }] })).toContain(
      '300 phiếu hợp lệ (từng kênh ít phiếu nên không nêu riêng).',
    )
    expect(paragraph({})).toContain('300 phiếu hợp lệ. Chưa có số liệu')
  })

  test('shows a coverage over 100% with a warning, and none without dossiers', () => {
    expect(paragraph({ coverage: { status: 'over', n: 300, dossiers: 250 } })).toContain(
      'bằng 120,00% số hồ sơ đã giải quyết (300/250; số phiếu nhiều hơn số hồ sơ, cần kiểm tra lại số liệu hồ sơ).',
    )
    expect(paragraph({ coverage: { status: 'over', n: 300, dossiers: 0 } })).toContain(
      '300 phiếu hợp lệ, trong khi không có hồ sơ nào được giải quyết.',
    )
  })

  test('tells those apart who chose no level of the overall question', () => {
    expect(
      paragraph({ missing: 10, coverage: { status: 'ok', n: 310, dossiers: 3100 } }),
    ).toContain(
      'thu được 310 phiếu hợp lệ, bằng 10,00% số hồ sơ đã giải quyết (310/3.100). Trong đó 300 phiếu có chọn mức',
    )
  })
})

describe('where there is little to say', () => {
  test('gives counts and no rate below 30, no number below 5, and says when there is nobody', () => {
    const few = paragraph({ levels: [0, 1, 1, 10, 17] })
    expect(few).toContain(
      'Có 27/29 phiếu đánh giá “Hài lòng” và “Rất hài lòng”; 1/29 phiếu “Bình thường”; 1/29 phiếu “Không hài lòng”',
    )
    expect(few).toContain('tham khảo, chưa tính tỷ lệ')
    expect(few).not.toContain('%')
    const hidden = paragraph({ levels: [0, 0, 0, 1, 3] })
    expect(hidden).toBe(
      `${head} chưa có đủ phiếu để nêu kết quả; nhóm dưới 5 phiếu, và số liệu có thể làm lộ nhóm như vậy, được giữ kín.`,
    )
    expect(paragraph({ levels: [0, 0, 0, 0, 0] })).toBe(`${head} chưa thu được phiếu hợp lệ nào.`)
    expect(paragraph({ levels: [0, 0, 0, 0, 0], missing: 7 })).toBe(
      `${head} thu được 7 phiếu hợp lệ. Không có phiếu nào chọn mức ở câu đánh giá chung nên chưa có tỷ lệ hài lòng.`,
    )
  })

  test('speaks of reasons only where the survey asks for them', () => {
    const some = (...rows: ReturnType<typeof row>[]) => paragraph({ rows: { reason: rows } })
    expect(paragraph({})).not.toContain('phản ánh')
    expect(some(row('Chờ lâu', [0, 0, 0, 0, 0]))).toContain(
      'Không có nội dung nào được chọn để phản ánh.',
    )
    expect(some(row('Chờ lâu', [0, 2, 0, 0, 0]))).toContain('đều chưa đủ phiếu để nêu.')
    expect(some(row('Chờ lâu', [0, 9, 0, 0, 0]), row('Khác', [0, 0, 0, 2, 0]))).toContain(
      'nhất (trong các nội dung đủ phiếu để nêu): Chờ lâu (9 người chọn, trong đó 9 người không hài lòng).',
    )
  })

  test('prefers none of many that were chosen as often as each other', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((label) => row(label, [0, 9, 0, 0, 0]))
    const text = paragraph({ rows: { reason: [...many, row('Z', [0, 20, 0, 0, 0])] } })
    expect(text).toMatch(/nhất: Z \(20 người chọn, trong đó 20 người không hài lòng\)\.$/)
  })

  test('never leaves a placeholder open', () => {
    for (const n of [0, 3, 10, 300]) {
      for (const missing of [0, 8]) {
        expect(paragraph({ levels: [0, 0, 0, 0, n], missing })).not.toMatch(/[{}]|undefined| {2}/)
      }
    }
  })
})
