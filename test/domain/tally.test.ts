import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { sipas22 } from '@/db/questionnaires/sipas-22'
import { parseResponse } from '@/domain/response'
import { type Place, tallyCells } from '@/domain/tally'
import { answersOf, surveys } from '../helpers/answers'

const place: Place = {
  deskId: 3,
  fieldId: null,
  touchpoint: 'collect',
  channel: 'link',
  mode: 'self',
}
const listed = (cells: ReturnType<typeof tallyCells>) =>
  cells.map(({ slice, item, cell, level }) => `${slice} ${item} ${cell} ${level}`)

describe('the cells of a response', () => {
  it('stand at every place that is known, and at every question that was asked', () => {
    const answers = { overall: 2, reasons: ['wait', 'other'] } as const
    expect(listed(tallyCells(kiosk1, answers, place))).toEqual([
      'total  2 0',
      'desk 3 2 0',
      'touchpoint collect 2 0',
      'channel link 2 0',
      'mode self 2 0',
      'place 3 - collect link self 2 0',
      'question overall 2 0',
      'question reasons wait 2',
      'question reasons other 2',
    ])
  })

  it('count a person once per factor, and blanks as missing', () => {
    const cells = listed(tallyCells(desk8, { q2: 5, q5: 'late', q7: 'na', q8: 4 }, place))
    expect(cells).toContain('factor I people 0')
    expect(cells).not.toContain('factor V people 0')
    expect(cells).toContain('question q5 late 4')
    expect(cells).toContain('question q7 na 0')
    expect(cells).toContain('question q3 missing 0')
    expect(cells).toContain('question q6 missing 4')
  })

  it('do not call missing what was not asked', () => {
    const items = tallyCells(sipas22, { overall: 4 }, { ...place, channel: 'kiosk' })
      .filter((cell) => cell.slice === 'question')
      .map((cell) => cell.item)
    expect(items).toContain('c1')
    expect(items).not.toContain('c16')
    expect(items).not.toContain('e2')
  })

  it('are none where no level was given', () => {
    expect(tallyCells(kiosk1, { comment: 'cảm ơn' }, place)).toEqual([])
  })

  it('are distinct, and one per place, question and factor, for any answers', () => {
    for (const definition of surveys) {
      fc.assert(
        fc.property(answersOf(definition, 'link'), (input) => {
          const parsed = parseResponse(definition, input, 'link')
          if (!parsed.ok) throw new Error('answersOf made invalid answers')
          const cells = tallyCells(definition, parsed.value, place)
          expect(new Set(listed(cells)).size).toBe(cells.length)
          const scales = definition.questions.filter((question) => question.type === 'scale5')
          for (const { id } of scales) {
            const own = cells.filter((cell) => cell.slice === 'question' && cell.item === id)
            expect(own.length).toBeLessThanOrEqual(1)
            if (parsed.value[id]) expect(own[0]?.cell).toBe(String(parsed.value[id]))
          }
          expect(cells.filter((cell) => cell.slice === 'total').length).toBe(1)
        }),
      )
    }
  })
})
