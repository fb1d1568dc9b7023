import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { RatesTable } from '@/components/report/rates-table'
import type { FigureRow } from '@/domain/figure'
import { translator } from '@/lib/i18n'

const levels = [1, 1, 2, 26, 30] as const
const row: FigureRow = {
  key: 'access',
  label: 'Tiếp cận dịch vụ',
  status: 'ok',
  levels,
  n: 60,
  k: 56,
  rate: 56 / 60,
  score: 84.6,
  low: null,
  high: null,
}
const words = { title: 'Theo yếu tố', heading: 'Yếu tố', rows: [row], t: translator('vi') }
const headings = (html: string) =>
  [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, text]) => text)

it('says whether its numbers are of responses or, for a factor, of answers', () => {
  const ofPeople = headings(renderToStaticMarkup(<RatesTable {...words} />))
  expect(ofPeople).toContain('Hài lòng/số phiếu')
  const ofAnswers = headings(renderToStaticMarkup(<RatesTable {...words} countsAnswers />))
  expect(ofAnswers).toContain('Hài lòng/số lượt trả lời')
  expect(ofAnswers).not.toContain('Hài lòng/số phiếu')
})
