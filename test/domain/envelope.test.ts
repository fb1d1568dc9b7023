import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalContent, parseEnvelope } from '@/domain/envelope'

const body = {
  id: '018F3C9A-5B7E-4D21-9C3A-0F1E2D3C4B5A',
  surveyVersionId: 'kiosk-1@1',
  door: 'kiosk-1',
  answers: { overall: 5 },
  locale: 'vi',
  startedAt: 1_800_000_000_000,
  answeredAt: '2027-01-15T08:00:30.000Z',
  sentAt: '2027-01-15T15:01:00+07:00',
}

it('reads times in either form, and the id in one spelling', () => {
  expect(parseEnvelope(body)).toEqual({
    ok: true,
    value: {
      ...body,
      id: '018f3c9a-5b7e-4d21-9c3a-0f1e2d3c4b5a',
      answeredAt: 1_800_000_030_000,
      sentAt: 1_800_000_060_000,
    },
  })
})

it('ignores what it does not know', () => {
  const parsed = parseEnvelope({ ...body, unit: 'other', channel: 'kiosk' })
  expect(parsed).toEqual(parseEnvelope(body))
})

it.each([
  ['id', 'abc'],
  ['surveyVersionId', 5],
  ['door', 'Tân Hiệp'],
  ['answers', undefined],
  ['locale', 'fr'],
  ['startedAt', -1],
  ['answeredAt', '15/01/2027'],
  ['answeredAt', '2027-01-15T08:00:00'],
  ['sentAt', 1.5],
  ['sentAt', Number.MAX_SAFE_INTEGER],
])('names the field that is wrong: %s', (field, value) => {
  expect(parseEnvelope({ ...body, [field]: value })).toEqual({
    ok: false,
    problems: [{ code: 'malformed', field }],
  })
})

it('never throws', () => {
  fc.assert(fc.property(fc.anything(), (input) => void parseEnvelope(input)))
})

it('the canonical content depends on what was answered, not on the order of keys or the sending', () => {
  const place = {
    surveyVersionId: 'a@1',
    door: 'a',
    locale: 'vi',
    startedAt: 1,
    answeredAt: 2,
  } as const
  const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]\w{0,5}$/), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(keys, (ids) => {
      const answers = Object.fromEntries(ids.map((id) => [id, id]))
      const reversed = Object.fromEntries([...ids].reverse().map((id) => [id, id]))
      expect(canonicalContent(place, reversed)).toBe(canonicalContent(place, answers))
      const edited = { ...answers, [String(ids[0])]: 'edited' }
      expect(canonicalContent(place, edited)).not.toBe(canonicalContent(place, answers))
    }),
  )
  const at = (changes: object) => canonicalContent({ ...place, ...changes }, { q: 1 })
  const variants = [
    {},
    { answeredAt: 3 },
    { startedAt: 2 },
    { door: 'b' },
    { locale: 'en' as const },
  ]
  expect(new Set(variants.map(at)).size).toBe(variants.length)
})
