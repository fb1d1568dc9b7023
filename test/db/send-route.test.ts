import { beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/(citizen)/s/[code]/send/route'
import { makeFirstThings } from '@/db/installation/first-start'
import { useTestDatabase } from '../helpers/database'
import { idOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(() => makeFirstThings(Date.now()))

const complete = (seed: string) => ({
  id: idOf(seed),
  version: 'kiosk-1@1',
  startedAt: String(Date.now() - 30_000),
  locale: 'vi',
  'answers.overall': '4',
})

const post = (fields: Record<string, string>) =>
  POST(
    new Request('http://localhost:3000/s/kiosk-1/send', {
      method: 'POST',
      headers: { origin: 'http://localhost:3000' },
      body: new URLSearchParams(fields),
    }),
    { params: Promise.resolve({ code: 'kiosk-1' }) },
  )

describe('the posted form', () => {
  it('is stored and leads to the thanks', async () => {
    const answer = await post(complete('whole'))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/s/kiosk-1/thanks'])
  })

  it('is taken from browsers that name no origin, and not from another site', async () => {
    const from = async (headers: Record<string, string>, seed: string) => {
      const body = new URLSearchParams(complete(seed))
      const url = 'http://localhost:3000/s/kiosk-1/send'
      const context = { params: Promise.resolve({ code: 'kiosk-1' }) }
      return (await POST(new Request(url, { method: 'POST', headers, body }), context)).status
    }
    expect(await from({}, 'old')).toBe(303)
    expect(await from({ origin: 'https://elsewhere.example' }, 'a')).toBe(403)
    expect(await from({ origin: 'null' }, 'b')).toBe(403)
    expect(await from({ 'sec-fetch-site': 'cross-site' }, 'c')).toBe(403)
    expect(await lines('select count(*) from responses')).toEqual(['1'])
  })

  it.each(['id', 'version', 'startedAt', 'locale'] as const)(
    'is refused, and nothing stored, without %s and with a blank one',
    async (name) => {
      const { [name]: _, ...rest } = complete(name)
      expect([(await post(rest)).status, (await post({ ...rest, [name]: '' })).status]).toEqual([
        400, 400,
      ])
      expect(await lines('select count(*) from responses')).toEqual(['0'])
    },
  )
})
