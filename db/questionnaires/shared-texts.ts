import type { FactorId, Locale, Text } from '@/domain/survey'

/** Under every comment box. */
export const noNames = {
  vi: 'Xin đừng ghi tên, số điện thoại, số căn cước',
  en: 'Please give no names, phone or identity numbers',
  km: 'សូមកុំសរសេរឈ្មោះ លេខទូរសព្ទ ឬលេខអត្តសញ្ញាណ',
} satisfies Record<Locale, string>

export const notApplicable = {
  vi: 'Không có ý kiến / không áp dụng',
  en: 'No opinion / not applicable',
  km: 'គ្មានយោបល់ / មិនពាក់ព័ន្ធ',
} satisfies Record<Locale, string>

const access = { vi: 'Tiếp cận dịch vụ', en: 'Access to the service' }
const procedures = { vi: 'Thủ tục hành chính', en: 'Administrative procedures' }
const officials = {
  vi: 'Công chức trực tiếp giải quyết công việc',
  en: 'Civil servants handling the case',
}
const result = { vi: 'Kết quả dịch vụ', en: 'Result of the service' }
const feedback = {
  vi: 'Tiếp nhận, xử lý góp ý, phản ánh, kiến nghị',
  en: 'Receiving and handling feedback and complaints',
}

/** The five factors of the satisfaction index, the same in the three questionnaires. */
export const factors: readonly Readonly<{ id: FactorId; text: Text }>[] = [
  { id: 'I', text: access },
  { id: 'II', text: procedures },
  { id: 'III', text: officials },
  { id: 'IV', text: result },
  { id: 'V', text: feedback },
]
