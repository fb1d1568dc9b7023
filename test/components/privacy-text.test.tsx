import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PrivacyText } from '@/components/survey/privacy-text'
import { messagesFor } from '@/lib/i18n'

const words = messagesFor('vi').citizen.privacy
const draw = (months: number | undefined) =>
  renderToStaticMarkup(<PrivacyText words={words} place="UBND xã A · Quầy 1" months={months} />)

it('tells who asks, and how long comments are kept', () => {
  expect(draw(36)).toContain('<p>Đơn vị lấy ý kiến: UBND xã A · Quầy 1.</p>')
  expect(draw(36)).toContain('được xóa sau 36 tháng')
})

it('leaves out how long where a tablet has not heard it yet, and tells the rest', () => {
  expect(draw(undefined)).not.toMatch(/tháng|[{}]/)
  expect(draw(undefined).match(/<p>/g)).toHaveLength(3)
})
