import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { sipas22 } from '@/db/questionnaires/sipas-22'
import { visibleAnswers } from '@/domain/asked-questions'
import type { Channel } from '@/domain/door'
import { parseResponse } from '@/domain/response'
import type { SurveyDefinition } from '@/domain/survey'
import { answersOf, surveys } from '../helpers/answers'
import { quickest } from '../helpers/quickest'

const codes = (definition: SurveyDefinition, input: unknown, channel: Channel = 'link') => {
  const parsed = parseResponse(definition, input, channel)
  return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${field}: ${code}`)
}
const value = (definition: SurveyDefinition, input: unknown, channel: Channel = 'link') => {
  const parsed = parseResponse(definition, input, channel)
  return parsed.ok ? parsed.value : parsed.problems
}

describe('each fault has its own code', () => {
  it.each([
    ['no object', 'five', 'answers: malformed'],
    ['a list', [], 'answers: malformed'],
    ['an unknown question', { overall: 5, colour: 'red' }, 'colour: unknown-question'],
    ['a level as text', { overall: '5' }, 'overall: wrong-type'],
    ['null', { overall: null }, 'overall: wrong-type'],
    ['level 6', { overall: 6 }, 'overall: out-of-range'],
    ['half a level', { overall: 4.5 }, 'overall: out-of-range'],
    ['not applicable where it is not offered', { overall: 'na' }, 'overall: not-offered'],
    ['nothing', {}, 'overall: required'],
    ['an unknown reason', { overall: 5, reasons: ['weather'] }, 'reasons: unknown-option'],
    ['a reason twice', { overall: 5, reasons: ['wait', 'wait'] }, 'reasons: duplicate-choice'],
    ['a reason that is no list', { overall: 5, reasons: 'wait' }, 'reasons: wrong-type'],
    [
      'four reasons',
      { overall: 5, reasons: ['wait', 'fees', 'trips', 'other'] },
      'reasons: too-many',
    ],
    ['a long comment', { overall: 5, comment: 'x'.repeat(501) }, 'comment: too-long'],
    ['a comment that is no text', { overall: 5, comment: 7 }, 'comment: wrong-type'],
  ])('%s', (_, input, expected) => {
    expect(codes(kiosk1, input)).toEqual([expected])
  })

  it('asks about bribes only out of sight of the desk', () => {
    const input = { overall: 4, e2: 'no', e3: 'no-answer' }
    expect(codes(sipas22, input, 'qr')).toEqual([])
    expect(codes(sipas22, input, 'kiosk')).toEqual(['e2: not-offered', 'e3: not-offered'])
  })

  it('refuses an answer to a question whose condition is not met', () => {
    expect(codes(sipas22, { overall: 4, s1: 'received', c16: 5 })).toEqual([])
    expect(codes(sipas22, { overall: 4, s1: 'not-yet', c16: 5 })).toEqual(['c16: hidden'])
    expect(codes(sipas22, { overall: 4, c16: 5 })).toEqual(['c16: hidden'])
  })

  it('refuses a text far too long before the work of normalising it, which grows with the square', () => {
    const marks = '\u0301'.repeat(16_000) + '\u0316'.repeat(16_000)
    const refused = () => codes(kiosk1, { overall: 5, comment: `a${marks}` })
    expect(refused()).toEqual(['comment: too-long'])
    expect(quickest(refused)).toBeLessThan(200)
    // Composed, the longest letters take a quarter of their room, and the space around a text takes none.
    const comment = ` ${' '.repeat(5000)}${'\u03b1\u0313\u0300\u0345'.repeat(500)}`
    expect(value(kiosk1, { overall: 5, comment })).toEqual({
      overall: 5,
      comment: '\u1f82'.repeat(500),
    })
  })

  it('refuses a response without any level', () => {
    const questions = kiosk1.questions.map(({ required, ...question }) => question)
    const lenient = { ...kiosk1, questions } as SurveyDefinition
    expect(codes(lenient, { comment: 'cảm ơn' })).toEqual(['undefined: no-level'])
  })

  it('takes no inherited or borrowed property for an answer', () => {
    const input = JSON.parse('{"overall": 5, "__proto__": {"comment": "x"}, "constructor": 1}')
    expect(codes(kiosk1, input)).toEqual([
      '__proto__: unknown-question',
      'constructor: unknown-question',
    ])
  })
})

describe('the value is in one form', () => {
  it('keeps the order of the survey', () => {
    const parsed = value(kiosk1, { reasons: ['other', 'wait'], overall: 2 })
    expect(JSON.stringify(parsed)).toBe('{"overall":2,"reasons":["wait","other"]}')
  })

  it('leaves blanks out', () => {
    expect(value(kiosk1, { overall: 3, reasons: [], comment: ' \n ' })).toEqual({ overall: 3 })
  })

  it('takes signs that nobody sees for no comment', () => {
    const unseen = '\u200b\u200d\u2060\ufeff \u202e\u00ad'
    expect(value(kiosk1, { overall: 5, comment: unseen })).toEqual({ overall: 5 })
    const seen = `${unseen}Cảm ơn`
    expect(value(kiosk1, { overall: 5, comment: seen })).toMatchObject({ comment: seen.trim() })
  })

  it('cleans texts', () => {
    const comment = ` hòa\r\nch${'o\u0301'}\u0000\ud800 `
    expect(value(kiosk1, { overall: 3, comment })).toEqual({
      overall: 3,
      comment: 'hòa\nchó\ufffd',
    })
  })

  it('takes what the form dropped for unasked', () => {
    const typed = { overall: 4, s1: 'not-yet', c16: 5, c21: 'na', wishes: [], e2: 'no', x: 1 }
    const visible = visibleAnswers(sipas22, typed, 'kiosk')
    expect(visible).toEqual({ overall: 4, s1: 'not-yet', c21: 'na' })
    expect(codes(sipas22, visible, 'kiosk')).toEqual([])
  })
})

describe('whatever is sent', () => {
  const anyInput = fc.oneof(
    fc.anything(),
    fc.dictionary(
      fc.constantFrom('overall', 'reasons', 'comment', 'q1', 'q7', 'q8', 's1', 'c16', '__proto__'),
      fc.anything(),
    ),
  )

  it('never throws, and what passes is in range', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...surveys), (input, definition) => {
        const parsed = parseResponse(definition, input, 'link')
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0)
        for (const [id, answer] of Object.entries(parsed.ok ? parsed.value : {})) {
          const question = definition.questions.find((known) => known.id === id)
          if (question?.type === 'scale5') expect([1, 2, 3, 4, 5, 'na']).toContain(answer)
          if (question?.type === 'text') expect(String(answer).trim()).not.toBe('')
        }
      }),
    )
  })

  it('valid answers pass, and parsing them again changes nothing', () => {
    for (const definition of surveys) {
      fc.assert(
        fc.property(answersOf(definition, 'link'), (input) => {
          const once = value(definition, input)
          expect(codes(definition, input)).toEqual([])
          expect(JSON.stringify(value(definition, once))).toBe(JSON.stringify(once))
        }),
      )
    }
  })

  it('dropping the unasked answers of a form makes it valid', () => {
    fc.assert(
      fc.property(answersOf(sipas22, 'link'), fc.constantFrom('kiosk', 'qr'), (input, channel) => {
        const typed = { ...input, s1: 'refused', c16: 4, e2: 'yes' }
        expect(codes(sipas22, visibleAnswers(sipas22, typed, channel), channel)).toEqual([])
      }),
    )
  })

  it('desk-8 is answered by its overall question alone', () => {
    expect(codes(desk8, { q8: 1 })).toEqual([])
    expect(codes(desk8, { q7: 'na' })).toEqual(['q8: required'])
  })
})
