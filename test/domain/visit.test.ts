import { describe, expect, test } from 'vitest'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { countedAnswers, isOneTap, stepsOf } from '@/domain/visit'

const ids = (steps: ReturnType<typeof stepsOf>) =>
  steps.map((step) => step.map((question) => question.id).join('+'))

describe('the screens of a survey on the tablet', () => {
  test('are two for the one tap: the faces, then all the rest', () => {
    expect(isOneTap(kiosk1)).toBe(true)
    expect(ids(stepsOf(kiosk1, {}))).toEqual(['overall', 'reasons+comment'])
    expect(ids(stepsOf(kiosk1, { overall: 1 }))).toEqual(ids(stepsOf(kiosk1, { overall: 5 })))
  })

  test('are one per question for a longer survey', () => {
    expect(isOneTap(desk8)).toBe(false)
    expect(stepsOf(desk8, {}).every((step) => step.length === 1)).toBe(true)
  })
})

describe('what counts when the person leaves', () => {
  test('is nothing until the rating was tapped', () => {
    expect(countedAnswers(kiosk1, {})).toBeNull()
    expect(countedAnswers(kiosk1, { reasons: ['wait'], comment: 'Tốt' })).toBeNull()
    expect(countedAnswers(kiosk1, { overall: 2 })).toEqual({ overall: 2 })
  })

  test('is everything that can be accepted', () => {
    const answers = { overall: 4, reasons: ['other', 'wait'], comment: 'x'.repeat(501) }
    expect(countedAnswers(kiosk1, answers)).toEqual({ overall: 4, reasons: ['wait', 'other'] })
  })
})
