import type { Channel } from '@/domain/door'
import type { MultiQuestion, Option, SingleQuestion, SurveyDefinition } from '@/domain/survey'
import { ageBand, area, education, gender, occupation } from './demographics'
import { fieldGroups } from './field-groups'
import { named, option } from './parts'
import { factors } from './shared-texts'
import { criteria } from './sipas-22-criteria'

/** Never put on the tablet at the desk, under the eyes of those who are asked about. */
const inPrivate: readonly Channel[] = ['qr', 'link', 'paper']

const screeners: readonly SingleQuestion[] = [
  {
    ...named('s1'),
    type: 'single',
    role: 'screener',
    section: 'dossier',
    text: {
      vi: 'Ông/Bà đã nhận kết quả hồ sơ chưa?',
      en: 'Have you received the result of your dossier?',
    },
    options: [
      option('received', 'Đã nhận', 'Received'),
      option('not-yet', 'Chưa nhận', 'Not yet'),
      option('refused', 'Bị từ chối', 'My dossier was refused'),
    ],
  },
  {
    ...named('s2'),
    type: 'single',
    role: 'screener',
    section: 'dossier',
    text: {
      vi: 'Ông/Bà nộp hồ sơ bằng cách nào?',
      en: 'How did you submit your dossier?',
    },
    options: [
      option('in-person', 'Trực tiếp', 'In person'),
      option('online', 'Trực tuyến', 'Online'),
      option('post', 'Bưu chính', 'By post'),
    ],
  },
  {
    ...named('s3'),
    type: 'single',
    role: 'screener',
    section: 'dossier',
    mapsTo: 'field',
    text: { vi: 'Lĩnh vực của hồ sơ', en: 'Field of the dossier' },
    options: fieldGroups.map(({ code, text }) => ({ id: code, text, value: code })),
  },
]

const noYesOrSilent: readonly Option[] = [
  option('no', 'Không', 'No'),
  option('yes', 'Có', 'Yes'),
  option('no-answer', 'Không muốn trả lời', 'Prefer not to say'),
]

const facts: readonly SingleQuestion[] = [
  {
    ...named('e1'),
    type: 'single',
    role: 'fact',
    section: 'facts',
    text: { vi: 'Số lần đi lại', en: 'Number of trips' },
    options: [
      option('1', '1', '1'),
      option('2', '2', '2'),
      option('3', '3', '3'),
      option('4-plus', 'Từ 4 lần trở lên', '4 or more'),
    ],
  },
  {
    ...named('e2'),
    type: 'single',
    role: 'fact',
    section: 'facts',
    channels: inPrivate,
    text: {
      vi: 'Công chức có gây phiền hà, sách nhiễu không?',
      en: 'Did any civil servant make trouble for you or harass you?',
    },
    options: noYesOrSilent,
  },
  {
    ...named('e3'),
    type: 'single',
    role: 'fact',
    section: 'facts',
    channels: inPrivate,
    text: {
      vi: 'Có phải đưa thêm tiền ngoài phí, lệ phí quy định không?',
      en: 'Did you have to give money beyond the fees and charges set by the rules?',
    },
    options: noYesOrSilent,
  },
  {
    ...named('e4'),
    type: 'single',
    role: 'fact',
    section: 'facts',
    text: {
      vi: 'Cơ quan có trả kết quả đúng hẹn không?',
      en: 'Did the office return the result on the date given?',
    },
    options: [
      option('early', 'Trước hẹn', 'Before the date'),
      option('on-time', 'Đúng hẹn', 'On the date'),
      option('late', 'Trễ hẹn', 'Late'),
      option('not-due', 'Chưa đến hẹn', 'Not due yet'),
    ],
  },
]

const wishes: MultiQuestion = {
  ...named('wishes'),
  type: 'multi',
  role: 'wish',
  section: 'general',
  max: 3,
  text: {
    vi: 'Ông/Bà mong muốn cải thiện điều gì nhất?',
    en: 'What would you most like to see improved?',
  },
  options: [
    option('information', 'Đa dạng cách nhận thông tin', 'More ways to get information'),
    option('facility', 'Cải thiện nơi làm việc, trang thiết bị', 'Better premises and equipment'),
    option('paperwork', 'Giảm giấy tờ', 'Fewer papers'),
    option('time', 'Rút ngắn thời gian', 'Shorter time'),
    option('cost', 'Giảm chi phí', 'Lower cost'),
    option('attitude', 'Thái độ phục vụ', 'Attitude of service'),
    option('competence', 'Năng lực công chức', 'Competence of civil servants'),
    option('quality', 'Chất lượng kết quả', 'Quality of results'),
    option('feedback', 'Xử lý góp ý, phản ánh', 'Handling of feedback and complaints'),
    option('online', 'Dịch vụ trực tuyến dễ dùng hơn', 'Online services that are easier to use'),
  ],
}

/** The 22 criteria in five factors, with facts and wishes. No result of it is a published SIPAS result. */
export const sipas22: SurveyDefinition = {
  code: 'sipas-22',
  title: {
    vi: 'Phiếu khảo sát 5 yếu tố, 22 tiêu chí',
    en: 'Survey of 5 factors and 22 criteria',
  },
  printedNote: {
    vi: 'Theo cấu trúc 5 yếu tố, 22 tiêu chí; không phải kết quả SIPAS do Bộ Nội vụ công bố',
    en: 'Follows the structure of 5 factors and 22 criteria; not a SIPAS result published by the Ministry of Home Affairs',
  },
  factors,
  sections: [
    { id: 'dossier', title: { vi: 'Hồ sơ của Ông/Bà', en: 'Your dossier' } },
    ...factors.map(({ id, text }) => ({ id, title: text, factor: id })),
    { id: 'facts', title: { vi: 'Quá trình giải quyết hồ sơ', en: 'How the case was handled' } },
    { id: 'general', title: { vi: 'Đánh giá chung', en: 'In general' } },
    { id: 'about', title: { vi: 'Về Ông/Bà (không bắt buộc)', en: 'About you (optional)' } },
  ],
  questions: [
    ...screeners,
    ...criteria,
    ...facts,
    {
      ...named('overall'),
      type: 'scale5',
      role: 'overall',
      required: true,
      section: 'general',
      text: { vi: 'Đánh giá chung về sự phục vụ', en: 'Overall rating of the service' },
    },
    wishes,
    gender,
    ageBand,
    education,
    occupation,
    area,
  ],
}
