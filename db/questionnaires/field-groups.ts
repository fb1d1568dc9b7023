import type { Text } from '@/domain/survey'

const group = (code: string, vi: string, en: string) => ({ code, text: { vi, en } })

/** About twelve groups of administrative fields; citizens never scroll the seventy fields of a commune. */
export const fieldGroups: readonly Readonly<{ code: string; text: Text }>[] = [
  group('ho-tich', 'Hộ tịch', 'Civil status'),
  group('chung-thuc', 'Chứng thực', 'Certification'),
  group('dat-dai', 'Đất đai, môi trường', 'Land and environment'),
  group(
    'bao-tro-xa-hoi',
    'Bảo trợ xã hội, người có công',
    'Social protection, people with merits to the nation',
  ),
  group('kinh-doanh', 'Đăng ký kinh doanh', 'Business registration'),
  group('xay-dung', 'Xây dựng, quy hoạch', 'Construction and planning'),
  group('giao-duc', 'Giáo dục', 'Education'),
  group('y-te', 'Y tế, dân số', 'Health and population'),
  group('van-hoa', 'Văn hóa, thể thao, du lịch', 'Culture, sports and tourism'),
  group('nong-nghiep', 'Nông nghiệp, thủy lợi', 'Agriculture and irrigation'),
  group('khieu-nai', 'Khiếu nại, phản ánh', 'Complaints and reports'),
  group('khac', 'Lĩnh vực khác', 'Another field'),
]
