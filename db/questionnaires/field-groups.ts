import type { Text } from '@/domain/survey'

/** About twelve groups of administrative fields; citizens never scroll the seventy fields of a commune. */
export const fieldGroups: readonly Readonly<{ code: string; text: Text }>[] = [
  { code: 'ho-tich', text: { vi: 'Hộ tịch', en: 'Civil status' } },
  { code: 'chung-thuc', text: { vi: 'Chứng thực', en: 'Certification' } },
  { code: 'dat-dai', text: { vi: 'Đất đai, môi trường', en: 'Land and environment' } },
  {
    code: 'bao-tro-xa-hoi',
    text: {
      vi: 'Bảo trợ xã hội, người có công',
      en: 'Social protection, people with merits to the nation',
    },
  },
  { code: 'kinh-doanh', text: { vi: 'Đăng ký kinh doanh', en: 'Business registration' } },
  { code: 'xay-dung', text: { vi: 'Xây dựng, quy hoạch', en: 'Construction and planning' } },
  { code: 'giao-duc', text: { vi: 'Giáo dục', en: 'Education' } },
  { code: 'y-te', text: { vi: 'Y tế, dân số', en: 'Health and population' } },
  {
    code: 'van-hoa',
    text: { vi: 'Văn hóa, thể thao, du lịch', en: 'Culture, sports and tourism' },
  },
  {
    code: 'nong-nghiep',
    text: { vi: 'Nông nghiệp, thủy lợi', en: 'Agriculture and irrigation' },
  },
  { code: 'khieu-nai', text: { vi: 'Khiếu nại, phản ánh', en: 'Complaints and reports' } },
  { code: 'khac', text: { vi: 'Lĩnh vực khác', en: 'Another field' } },
]
