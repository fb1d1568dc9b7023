import type { SurveyDefinition } from '@/domain/survey'
import { ageBand, gender } from './demographics'
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
      id: 'q1',
      seriesKey: 'q1',
      type: 'single',
      role: 'screener',
      mapsTo: 'touchpoint',
      text: { vi: 'Hôm nay Ông/Bà đến để làm gì?', en: 'What did you come for today?' },
      options: [
        { id: 'submit', text: { vi: 'Nộp hồ sơ', en: 'Submit a dossier' }, value: 'submit' },
        {
          id: 'supplement',
          text: { vi: 'Bổ sung hồ sơ', en: 'Supplement a dossier' },
          value: 'supplement',
        },
        { id: 'collect', text: { vi: 'Nhận kết quả', en: 'Collect a result' }, value: 'collect' },
        { id: 'ask', text: { vi: 'Hỏi thông tin', en: 'Ask for information' }, value: 'ask' },
        {
          id: 'refused',
          text: { vi: 'Hồ sơ bị từ chối', en: 'My dossier was refused' },
          value: 'refused',
        },
      ],
    },
    {
      id: 'q2',
      seriesKey: 'q2',
      type: 'scale5',
      role: 'criterion',
      factor: 'I',
      text: { vi: 'Nơi ngồi chờ và trang thiết bị phục vụ', en: 'Waiting area and equipment' },
    },
    {
      id: 'q3',
      seriesKey: 'q3',
      type: 'scale5',
      role: 'criterion',
      factor: 'II',
      text: {
        vi: 'Giấy tờ, thủ tục, phí được niêm yết và hướng dẫn rõ ràng',
        en: 'Papers, procedures and fees are posted and explained clearly',
      },
    },
    {
      id: 'q4',
      seriesKey: 'q4',
      type: 'scale5',
      role: 'criterion',
      factor: 'III',
      text: {
        vi: 'Thái độ và sự hướng dẫn của công chức',
        en: 'Attitude and guidance of the official',
      },
    },
    {
      id: 'q5',
      seriesKey: 'q5',
      type: 'single',
      role: 'fact',
      factor: 'IV',
      text: { vi: 'Kết quả được trả khi nào?', en: 'When was the result returned?' },
      options: [
        { id: 'early', text: { vi: 'Trước hẹn', en: 'Before the date' } },
        { id: 'on_time', text: { vi: 'Đúng hẹn', en: 'On the date' } },
        { id: 'late', text: { vi: 'Trễ hẹn', en: 'Late' } },
        {
          id: 'not_due',
          text: { vi: 'Chưa đến hẹn / không áp dụng', en: 'Not due yet / not applicable' },
        },
      ],
    },
    {
      id: 'q6',
      seriesKey: 'q6',
      type: 'single',
      role: 'fact',
      factor: 'II',
      text: {
        vi: 'Ông/Bà đã phải đến mấy lần cho hồ sơ này?',
        en: 'How many trips did this dossier take?',
      },
      options: [
        { id: '1', text: { vi: '1 lần', en: '1' } },
        { id: '2', text: { vi: '2 lần', en: '2' } },
        { id: '3+', text: { vi: '3 lần trở lên', en: '3 or more' } },
        { id: 'unknown', text: { vi: 'Không nhớ', en: "I don't remember" } },
      ],
    },
    {
      id: 'q7',
      seriesKey: 'q7',
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
      id: 'q8',
      seriesKey: 'q8',
      type: 'scale5',
      role: 'overall',
      required: true,
      text: {
        vi: 'Nói chung, Ông/Bà hài lòng ở mức nào với việc phục vụ?',
        en: 'Overall, how satisfied are you with the service?',
      },
    },
    {
      id: 'comment',
      seriesKey: 'comment',
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
