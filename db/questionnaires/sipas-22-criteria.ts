import type { Condition, FactorId, ScaleQuestion } from '@/domain/survey'
import { named } from './parts'
import { notApplicable } from './shared-texts'

type More = Readonly<{ notApplicable?: typeof notApplicable; showIf?: Condition }>

const received: More = { showIf: { question: 's1', options: ['received'] } }
const orNone: More = { notApplicable }

/** By factor, in the order of their numbers. */
const wordings: readonly (readonly [FactorId, vi: string, en: string, more?: More])[] = [
  ['I', 'Nơi ngồi chờ giải quyết công việc có đủ chỗ ngồi', 'The waiting area has enough seats'],
  [
    'I',
    'Trang thiết bị phục vụ người dân, tổ chức đầy đủ',
    'The equipment provided for people and organisations is complete',
  ],
  [
    'I',
    'Trang thiết bị phục vụ người dân, tổ chức hiện đại',
    'The equipment provided for people and organisations is modern',
  ],
  [
    'I',
    'Trang thiết bị phục vụ người dân, tổ chức dễ sử dụng',
    'The equipment provided for people and organisations is easy to use',
  ],
  [
    'II',
    'Thủ tục hành chính được niêm yết công khai đầy đủ',
    'Administrative procedures are posted publicly in full',
  ],
  [
    'II',
    'Thủ tục hành chính được niêm yết công khai chính xác',
    'Administrative procedures are posted publicly and correctly',
  ],
  [
    'II',
    'Thành phần hồ sơ phải nộp đúng quy định',
    'The papers that had to be submitted are those the rules ask for',
  ],
  [
    'II',
    'Phí, lệ phí phải nộp đúng quy định',
    'The fees and charges that had to be paid follow the rules',
  ],
  [
    'II',
    'Thời hạn giải quyết đúng quy định',
    'The time taken to handle the case follows the rules',
  ],
  ['III', 'Công chức có thái độ giao tiếp lịch sự', 'The civil servant communicates politely'],
  [
    'III',
    'Công chức chú ý lắng nghe ý kiến',
    'The civil servant listens attentively to what people say',
  ],
  [
    'III',
    'Công chức trả lời, giải đáp đầy đủ các ý kiến',
    'The civil servant answers and explains every point raised',
  ],
  [
    'III',
    'Công chức hướng dẫn kê khai hồ sơ tận tình, chu đáo',
    'The civil servant helps with filling in the papers willingly and carefully',
  ],
  [
    'III',
    'Công chức hướng dẫn hồ sơ dễ hiểu',
    'The guidance of the civil servant on the papers is easy to understand',
  ],
  [
    'III',
    'Công chức tuân thủ đúng quy định trong giải quyết công việc',
    'The civil servant follows the rules in handling the case',
  ],
  ['IV', 'Kết quả nhận được đúng quy định', 'The result received follows the rules', received],
  ['IV', 'Kết quả có thông tin đầy đủ', 'The information in the result is complete', received],
  ['IV', 'Kết quả có thông tin chính xác', 'The information in the result is correct', received],
  [
    'V',
    'Có bố trí hình thức tiếp nhận góp ý, phản ánh, kiến nghị',
    'There are ways to give feedback, complaints and suggestions',
  ],
  [
    'V',
    'Người dân dễ dàng thực hiện góp ý, phản ánh, kiến nghị',
    'It is easy for people to give feedback, complaints and suggestions',
  ],
  [
    'V',
    'Cơ quan tiếp nhận, xử lý tích cực các góp ý, phản ánh, kiến nghị',
    'The office receives and handles feedback, complaints and suggestions actively',
    orNone,
  ],
  [
    'V',
    'Cơ quan thông báo kịp thời kết quả xử lý',
    'The office informs people in good time of what was done',
    orNone,
  ],
]

/** The 22 criteria in five factors. */
export const criteria = wordings.map(
  ([factor, vi, en, more], index): ScaleQuestion => ({
    ...named(`c${index + 1}`),
    type: 'scale5',
    role: 'criterion',
    factor,
    section: factor,
    text: { vi, en },
    ...more,
  }),
)
