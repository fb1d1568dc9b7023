import type { Condition, FactorId, ScaleQuestion } from '@/domain/survey'
import { notApplicable } from './shared-texts'

type More = Readonly<{ notApplicable?: typeof notApplicable; showIf?: Condition }>

const criterion = (
  number: number,
  factor: FactorId,
  vi: string,
  en: string,
  more: More = {},
): ScaleQuestion => ({
  id: `c${number}`,
  seriesKey: `c${number}`,
  type: 'scale5',
  role: 'criterion',
  factor,
  section: factor,
  text: { vi, en },
  ...more,
})

const received: More = { showIf: { question: 's1', options: ['received'] } }
const orNone: More = { notApplicable }

/** The 22 criteria in five factors. */
export const criteria: readonly ScaleQuestion[] = [
  criterion(
    1,
    'I',
    'Nơi ngồi chờ giải quyết công việc có đủ chỗ ngồi',
    'The waiting area has enough seats',
  ),
  criterion(
    2,
    'I',
    'Trang thiết bị phục vụ người dân, tổ chức đầy đủ',
    'The equipment provided for people and organisations is complete',
  ),
  criterion(
    3,
    'I',
    'Trang thiết bị phục vụ người dân, tổ chức hiện đại',
    'The equipment provided for people and organisations is modern',
  ),
  criterion(
    4,
    'I',
    'Trang thiết bị phục vụ người dân, tổ chức dễ sử dụng',
    'The equipment provided for people and organisations is easy to use',
  ),
  criterion(
    5,
    'II',
    'Thủ tục hành chính được niêm yết công khai đầy đủ',
    'Administrative procedures are posted publicly in full',
  ),
  criterion(
    6,
    'II',
    'Thủ tục hành chính được niêm yết công khai chính xác',
    'Administrative procedures are posted publicly and correctly',
  ),
  criterion(
    7,
    'II',
    'Thành phần hồ sơ phải nộp đúng quy định',
    'The papers that had to be submitted are those the rules ask for',
  ),
  criterion(
    8,
    'II',
    'Phí, lệ phí phải nộp đúng quy định',
    'The fees and charges that had to be paid follow the rules',
  ),
  criterion(
    9,
    'II',
    'Thời hạn giải quyết đúng quy định',
    'The time taken to handle the case follows the rules',
  ),
  criterion(
    10,
    'III',
    'Công chức có thái độ giao tiếp lịch sự',
    'The civil servant communicates politely',
  ),
  criterion(
    11,
    'III',
    'Công chức chú ý lắng nghe ý kiến',
    'The civil servant listens attentively to what people say',
  ),
  criterion(
    12,
    'III',
    'Công chức trả lời, giải đáp đầy đủ các ý kiến',
    'The civil servant answers and explains every point raised',
  ),
  criterion(
    13,
    'III',
    'Công chức hướng dẫn kê khai hồ sơ tận tình, chu đáo',
    'The civil servant helps with filling in the papers willingly and carefully',
  ),
  criterion(
    14,
    'III',
    'Công chức hướng dẫn hồ sơ dễ hiểu',
    'The guidance of the civil servant on the papers is easy to understand',
  ),
  criterion(
    15,
    'III',
    'Công chức tuân thủ đúng quy định trong giải quyết công việc',
    'The civil servant follows the rules in handling the case',
  ),
  criterion(
    16,
    'IV',
    'Kết quả nhận được đúng quy định',
    'The result received follows the rules',
    received,
  ),
  criterion(
    17,
    'IV',
    'Kết quả có thông tin đầy đủ',
    'The information in the result is complete',
    received,
  ),
  criterion(
    18,
    'IV',
    'Kết quả có thông tin chính xác',
    'The information in the result is correct',
    received,
  ),
  criterion(
    19,
    'V',
    'Có bố trí hình thức tiếp nhận góp ý, phản ánh, kiến nghị',
    'There are ways to give feedback, complaints and suggestions',
  ),
  criterion(
    20,
    'V',
    'Người dân dễ dàng thực hiện góp ý, phản ánh, kiến nghị',
    'It is easy for people to give feedback, complaints and suggestions',
  ),
  criterion(
    21,
    'V',
    'Cơ quan tiếp nhận, xử lý tích cực các góp ý, phản ánh, kiến nghị',
    'The office receives and handles feedback, complaints and suggestions actively',
    orNone,
  ),
  criterion(
    22,
    'V',
    'Cơ quan thông báo kịp thời kết quả xử lý',
    'The office informs people in good time of what was done',
    orNone,
  ),
]
