import type { SingleQuestion } from '@/domain/survey'
import { named, option } from './parts'

/** Optional, and always last. */
const about = { type: 'single', role: 'demographic', section: 'about' } as const

export const gender: SingleQuestion = {
  ...about,
  ...named('gender'),
  text: { vi: 'Giới tính của Ông/Bà (không bắt buộc)', en: 'Your gender (optional)' },
  options: [
    option('male', 'Nam', 'Male'),
    option('female', 'Nữ', 'Female'),
    option('other', 'Khác', 'Other'),
    option('no-answer', 'Không trả lời', 'Prefer not to say'),
  ],
}

export const ageBand: SingleQuestion = {
  ...about,
  ...named('ageBand'),
  text: { vi: 'Nhóm tuổi của Ông/Bà (không bắt buộc)', en: 'Your age group (optional)' },
  options: [
    option('under-25', 'Dưới 25', 'Under 25'),
    option('25-34', '25–34', '25–34'),
    option('35-49', '35–49', '35–49'),
    option('50-60', '50–60', '50–60'),
    option('over-60', 'Trên 60', 'Over 60'),
    option('no-answer', 'Không trả lời', 'Prefer not to say'),
  ],
}

export const education: SingleQuestion = {
  ...about,
  ...named('education'),
  text: {
    vi: 'Trình độ học vấn của Ông/Bà (không bắt buộc)',
    en: 'Your level of education (optional)',
  },
  options: [
    option('primary', 'Tiểu học', 'Primary school'),
    option('lower-secondary', 'Trung học cơ sở', 'Lower secondary school'),
    option('upper-secondary', 'Trung học phổ thông', 'Upper secondary school'),
    option(
      'vocational',
      'Dạy nghề, trung cấp, cao đẳng',
      'Vocational training, intermediate or college diploma',
    ),
    option('university', 'Đại học', 'University degree'),
    option('postgraduate', 'Trên đại học', 'Postgraduate degree'),
    option('other', 'Khác', 'Other'),
  ],
}

export const occupation: SingleQuestion = {
  ...about,
  ...named('occupation'),
  text: { vi: 'Nghề nghiệp của Ông/Bà (không bắt buộc)', en: 'Your occupation (optional)' },
  options: [
    option('home', 'Nội trợ, lao động tự do', 'Homemaker or self-employed worker'),
    option('farmer', 'Nông dân', 'Farmer'),
    option('retired', 'Nghỉ hưu', 'Retired'),
    option('student', 'Học sinh, sinh viên', 'Pupil or student'),
    option(
      'business',
      'Làm ở doanh nghiệp, hộ kinh doanh',
      'Working in an enterprise or a household business',
    ),
    option(
      'public',
      'Cán bộ, công chức, viên chức, lực lượng vũ trang',
      'Public official, civil servant, public employee or armed forces',
    ),
    option('other', 'Khác', 'Other'),
  ],
}

export const area: SingleQuestion = {
  ...about,
  ...named('area'),
  text: { vi: 'Nơi ở của Ông/Bà (không bắt buộc)', en: 'Where you live (optional)' },
  options: [option('urban', 'Đô thị', 'Urban area'), option('rural', 'Nông thôn', 'Rural area')],
}
