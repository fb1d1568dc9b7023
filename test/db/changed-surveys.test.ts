import { beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/(citizen)/s/[code]/send/route'
import { write } from '@/db/client'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { idOf } from '../helpers/envelopes'
import { differences, lines } from '../helpers/recount'

useTestDatabase()
// Its second version is the one that forms are opened with.
beforeEach(foundDistrict)

const seen = {
  id: idOf('seen'),
  version: 'kiosk-1@1',
  startedAt: String(Date.now() - 30_000),
  locale: 'vi',
  'answers.comment': 'Tốt & <nhanh>',
}

const send = (fields: Record<string, string>) =>
  POST(
    new Request('http://x/s/kiosk-1/send', { method: 'POST', body: new URLSearchParams(fields) }),
    {
      params: Promise.resolve({ code: 'kiosk-1' }),
    },
  )

describe('a form that was opened before', () => {
  it('its survey changed is taken as it was seen', async () => {
    const answer = await send({ ...seen, 'answers.overall': '4' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/s/kiosk-1/thanks'])
    expect(
      await lines('select public_id from responses r join survey_versions v on v.id = version_id'),
    ).toEqual(['kiosk-1@1'])
    expect(await differences()).toEqual([])
  })

  it('its survey changed comes back with what was typed where an answer is missing', async () => {
    const answer = await send(seen)
    expect(answer.headers.get('location')).toBe('/s/kiosk-1#error-summary')
    const [draft = ''] = await lines('select content from drafts')
    expect(JSON.parse(draft)).toMatchObject({
      id: seen.id,
      fields: { comment: 'Tốt & <nhanh>' },
      problems: [{ code: 'required', field: 'overall' }],
    })
  })

  it.each([
    'update surveys set closed_at = 1',
    'update survey_versions set closed_at = 1',
    'update doors set closed_at = 1',
  ])('its survey closed is refused in words, and shows what was written: %s', async (close) => {
    await write([close])
    const answer = await send({ ...seen, 'answers.overall': '4' })
    expect(answer.status).toBe(410)
    const page = await answer.text()
    expect(page).toContain('Phiếu Ông/Bà vừa gửi không được ghi nhận.')
    expect(page).toContain('<blockquote>Tốt &#38; &#60;nhanh&#62;</blockquote>')
    expect(await lines('select count(*) from responses')).toEqual(['0'])
  })

  it('its survey closed, and sent again after that, is known', async () => {
    const whole = { ...seen, 'answers.overall': '4' }
    expect((await send(whole)).status).toBe(303)
    await write(['update surveys set closed_at = 1'])
    // What is known of a door may be a second old.
    await new Promise((resolve) => setTimeout(resolve, 1050))
    const again = await send(whole)
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('Phiếu này đã được ghi nhận trước đó')
    expect(await lines('select count(*) from responses')).toEqual(['1'])
  })
})
