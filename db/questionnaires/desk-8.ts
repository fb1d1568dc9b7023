import type { SurveyDefinition } from '@/domain/survey'
import { ageBand, gender } from './demographics'
import { named, option } from './parts'
import { factors, noNames } from './shared-texts'

/** About eight questions at the desk, one minute. */
export const desk8: SurveyDefinition = {
  code: 'desk-8',
  title: { vi: 'Phiếu lấy ý kiến tại quầy', en: 'Desk survey' },
  factors,
  sections: [
    { id: 'about', title: { vi: 'Về Ông/Bà (không bắt buộc)', en: 'About you (optional)' } },
  ],
  questions: [
    {
      ...named('q1'),
      type: 'single',
      role: 'screener',
      mapsTo: 'touchpoint',
      text: { vi: 'Hôm nay Ông/Bà đến để làm gì?', en: 'What did you come for today?' },
      options: [
        { ...option('submit', 'Nộp hồ sơ', 'Submit a dossier'), value: 'submit' },
        { ...option('supplement', 'Bổ sung hồ sơ', 'Supplement a dossier'), value: 'supplement' },
        { ...option('collect', 'Nhận kết quả', 'Collect a result'), value: 'collect' },
        { ...option('ask', 'Hỏi thông tin', 'Ask for information'), value: 'ask' },
        { ...option('refused', 'Hồ sơ bị từ chối', 'My dossier was refused'), value: 'refused' },
      ],
    },
    {
      ...named('q2'),
      type: 'scale5',
      role: 'criterion',
      factor: 'I',
      text: { vi: 'Nơi ngồi chờ và trang thiết bị phục vụ', en: 'Waiting area and equipment' },
    },
    {
      ...named('q3'),
      type: 'scale5',
      role: 'criterion',
      factor: 'II',
      text: {
        vi: 'Giấy tờ, thủ tục, phí được niêm yết và hướng dẫn rõ ràng',
        en: 'Papers, procedures and fees are posted and explained clearly',
      },
    },
    {
      ...named('q4'),
      type: 'scale5',
      role: 'criterion',
      factor: 'III',
      text: {
        vi: 'Thái độ và sự hướng dẫn của công chức',
        en: 'Attitude and guidance of the official',
      },
    },
    {
      ...named('q5'),
      type: 'single',
      role: 'fact',
      factor: 'IV',
      text: { vi: 'Kết quả được trả khi nào?', en: 'When was the result returned?' },
      options: [
        option('early', 'Trước hẹn', 'Before the date'),
        option('on_time', 'Đúng hẹn', 'On the date'),
        option('late', 'Trễ hẹn', 'Late'),
        option('not_due', 'Chưa đến hẹn / không áp dụng', 'Not due yet / not applicable'),
      ],
    },
    {
      ...named('q6'),
      type: 'single',
      role: 'fact',
      factor: 'II',
      text: {
        vi: 'Ông/Bà đã phải đến mấy lần cho hồ sơ này?',
        en: 'How many trips did this dossier take?',
      },
      options: [
        option('1', '1 lần', '1'),
        option('2', '2 lần', '2'),
        option('3+', '3 lần trở lên', '3 or more'),
        option('unknown', 'Không nhớ', "I don't remember"),
      ],
    },
    {
      ...named('q7'),
      type: 'scale5',
      role: 'criterion',
      factor: 'V',
      notApplicable: { vi: 'Chưa góp ý lần nào', en: 'I have given no feedback yet' },
      text: {
        vi: 'Việc tiếp nhận, trả lời góp ý, phản ánh',
        en: 'Receiving and answering feedback',
      },
    },
    {
      ...named('q8'),
      type: 'scale5',
      role: 'overall',
      required: true,
      text: {
        vi: 'Nói chung, Ông/Bà hài lòng ở mức nào với việc phục vụ?',
        en: 'Overall, how satisfied are you with the service?',
      },
    },
    {
      ...named('comment'),
      type: 'text',
      role: 'comment',
      maxLength: 2000,
      hint: noNames,
      text: { vi: 'Ông/Bà muốn chúng tôi cải thiện điều gì?', en: 'What should we improve?' },
    },
    gender,
    ageBand,
  ],
}
