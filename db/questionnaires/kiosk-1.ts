import type { SurveyDefinition } from '@/domain/survey'
import { named, reason } from './parts'
import { factors, noNames } from './shared-texts'

/** One screen, five faces; then, the same for every score, reasons and a comment. The Khmer is a draft. */
export const kiosk1: SurveyDefinition = {
  code: 'kiosk-1',
  title: { vi: 'Đánh giá một chạm', en: 'One-tap rating', km: 'ការវាយតម្លៃដោយចុចមួយ' },
  intro: {
    vi: 'Mời Ông/Bà đánh giá. Không ghi tên. Không ảnh hưởng đến hồ sơ.',
    en: 'Please rate the service. No name is taken. Your file is not affected.',
    km: 'សូមវាយតម្លៃ។ មិនកត់ឈ្មោះ។ មិនប៉ះពាល់ដល់សំណុំរឿងឡើយ។',
  },
  thanks: { vi: 'Cảm ơn Ông/Bà', en: 'Thank you', km: 'សូមអរគុណ' },
  draftLocales: ['km'],
  idleResetSeconds: 45,
  thanksSeconds: 4,
  factors,
  sections: [],
  questions: [
    {
      ...named('overall'),
      type: 'scale5',
      role: 'overall',
      required: true,
      text: {
        vi: 'Ông/Bà có hài lòng với việc phục vụ hôm nay không?',
        en: 'Are you satisfied with the service you received today?',
        km: 'តើលោក/អ្នកពេញចិត្តនឹងការបម្រើថ្ងៃនេះដែរឬទេ?',
      },
    },
    {
      ...named('reasons'),
      type: 'multi',
      role: 'reason',
      max: 3,
      // Where no level is known yet (a page without JavaScript): both sides, in words that exist in Khmer.
      text: {
        vi: 'Điều gì làm Ông/Bà hài lòng? Điều gì cần làm tốt hơn?',
        en: 'What pleased you? What should be better?',
        km: 'តើអ្វីធ្វើឱ្យលោក/អ្នកពេញចិត្ត? តើអ្វីគួរធ្វើឱ្យប្រសើរឡើង?',
      },
      textByLevel: [
        {
          levels: [4, 5],
          text: {
            vi: 'Điều gì làm Ông/Bà hài lòng?',
            en: 'What pleased you?',
            km: 'តើអ្វីធ្វើឱ្យលោក/អ្នកពេញចិត្ត?',
          },
        },
        {
          levels: [3],
          text: {
            vi: 'Điều gì cần làm tốt hơn?',
            en: 'What should be better?',
            km: 'តើអ្វីគួរធ្វើឱ្យប្រសើរឡើង?',
          },
        },
        {
          levels: [1, 2],
          text: {
            vi: 'Điều gì làm Ông/Bà không hài lòng?',
            en: 'What displeased you?',
            km: 'តើអ្វីធ្វើឱ្យលោក/អ្នកមិនពេញចិត្ត?',
          },
        },
      ],
      options: [
        reason('wait', 'I', { vi: 'Thời gian chờ', en: 'Waiting time', km: 'រយៈពេលរង់ចាំ' }),
        reason('facility', 'I', {
          vi: 'Chỗ ngồi, trang thiết bị',
          en: 'Seats and equipment',
          km: 'កន្លែងអង្គុយ និងឧបករណ៍',
        }),
        reason('paperwork', 'II', {
          vi: 'Giấy tờ phải nộp',
          en: 'Papers required',
          km: 'ឯកសារដែលត្រូវដាក់',
        }),
        reason('fees', 'II', { vi: 'Phí, lệ phí', en: 'Fees', km: 'ថ្លៃសេវា' }),
        reason('public_info', 'II', {
          vi: 'Thông tin niêm yết, hướng dẫn',
          en: 'Posted information and guidance',
          km: 'ព័ត៌មាន និងការណែនាំ',
        }),
        reason('attitude', 'III', {
          vi: 'Thái độ của công chức',
          en: 'Attitude of the official',
          km: 'អាកប្បកិរិយារបស់មន្ត្រី',
        }),
        reason('guidance', 'III', {
          vi: 'Hướng dẫn của công chức',
          en: 'Guidance from the official',
          km: 'ការណែនាំរបស់មន្ត្រី',
        }),
        reason('trips', 'II', {
          vi: 'Số lần phải đi lại',
          en: 'Number of trips',
          km: 'ចំនួនដងដែលត្រូវធ្វើដំណើរ',
        }),
        reason('deadline', 'IV', {
          vi: 'Trả kết quả đúng hẹn',
          en: 'Result on time',
          km: 'លទ្ធផលទាន់ពេល',
        }),
        reason('result', 'IV', {
          vi: 'Kết quả nhận được',
          en: 'The result itself',
          km: 'លទ្ធផលដែលទទួលបាន',
        }),
        reason('feedback', 'V', {
          vi: 'Tiếp nhận góp ý',
          en: 'Handling of feedback',
          km: 'ការទទួលមតិ',
        }),
        { id: 'other', text: { vi: 'Khác', en: 'Other', km: 'ផ្សេងៗ' } },
      ],
    },
    {
      ...named('comment'),
      type: 'text',
      role: 'comment',
      maxLength: 500,
      text: {
        vi: 'Góp ý thêm (không bắt buộc)',
        en: 'Anything to add? (optional)',
        km: 'មតិបន្ថែម (មិនចាំបាច់)',
      },
      hint: noNames,
    },
  ],
}
