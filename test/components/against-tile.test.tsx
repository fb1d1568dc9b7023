import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AgainstTile } from '@/components/report/against-tile'
import { translator } from '@/lib/i18n'
import { comparedReport } from '../helpers/report'

const { total, previous } = comparedReport()
const tile = (asOf: string) =>
  renderToStaticMarkup(
    <AgainstTile
      term="So với kỳ trước"
      now={{ ...total, asOf }}
      then={previous}
      t={translator('vi')}
    />,
  )

it('says that the period is not over where it is set against a whole one, up to its last day', () => {
  const words = 'Kỳ này chưa kết thúc, còn kỳ so sánh là trọn kỳ.'
  expect(tile('2026-03-31T16:59:59.000Z')).toContain(words)
  expect(tile('2026-03-31T17:00:00.000Z')).not.toContain(words)
})
