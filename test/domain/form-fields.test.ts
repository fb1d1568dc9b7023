import { describe, expect, it } from 'vitest'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { visibleAnswers } from '@/domain/asked-questions'
import { readFields, toAnswers } from '@/domain/form-fields'
import { parseResponse } from '@/domain/response'
import { quickest } from '../helpers/quickest'

const posted = (body: string) => readFields(new URLSearchParams(body))

describe('fields of a posted form', () => {
  it('are the answers alone, several of a name as a list', () => {
    expect(posted('id=x&answers.overall=4&answers.reasons=wait&answers.reasons=fees')).toEqual({
      overall: '4',
      reasons: ['wait', 'fees'],
    })
  })

  it('take no longer for one name thousands of times', () => {
    const form = new URLSearchParams('answers.a=&'.repeat(60_000))
    expect(readFields(form).a).toHaveLength(60_000)
    expect(quickest(() => readFields(form))).toBeLessThan(500)
  })

  it('become answers that the parser takes', () => {
    const fields = posted('answers.overall=4&answers.reasons=wait&answers.comment=+')
    const visible = visibleAnswers(kiosk1, toAnswers(kiosk1, fields), 'link')
    expect(parseResponse(kiosk1, visible, 'link')).toEqual({
      ok: true,
      value: { overall: 4, reasons: ['wait'] },
    })
  })

  it('keep “not applicable” as a word and nonsense as it came', () => {
    const fields = posted('answers.q7=na&answers.q8=99&answers.q1=ask&answers.q1=submit')
    expect(toAnswers(desk8, fields)).toEqual({ q7: 'na', q8: '99', q1: ['ask', 'submit'] })
  })

  it('know an unticked box of a living form as no answer', () => {
    expect(toAnswers(kiosk1, { overall: null, reasons: false })).toEqual({
      overall: null,
      reasons: undefined,
    })
  })
})
