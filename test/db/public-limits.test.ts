import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POST as sendForm } from '@/app/(citizen)/s/[code]/send/route'
import { POST as send } from '@/app/api/v1/responses/route'
import { GET as read } from '@/app/api/v1/surveys/[code]/route'
import { makeFirstThings } from '@/db/installation/first-start'
import { addExemptRange } from '@/db/limits/exempt-ranges'
import { ceilings } from '@/domain/ceiling'
import { parseIpAddress } from '@/domain/ip-address'
import { doorWait } from '@/lib/door-limit'
import { networkWait } from '@/lib/network-limit'
import { useTestDatabase } from '../helpers/database'
import { namePeers } from '../helpers/peer'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'
import { jsonRequest } from '../helpers/requests'
import { enrolAt } from '../helpers/tablet'

useTestDatabase()
let stopNaming: () => void
beforeAll(() => {
  stopNaming = namePeers()
})
afterAll(() => stopNaming())
beforeEach(() => makeFirstThings(Date.now()))

/** A moment to come: until then nothing is given back. */
const later = Date.now() + 600_000

/** Uses up everything that a network may ask at once. */
function exhaustNetwork(text: string) {
  const from = { address: parseIpAddress(text), isExempt: false }
  for (let i = 0; i < ceilings.network.burst; i++) networkWait('public', from, later)
}

const at = (address: string) => ({ 'x-hai-long-peer': address })
const context = { params: Promise.resolve({ code: 'kiosk-1' }) }
const readAt = (address: string) =>
  read(
    new Request('http://localhost:3000/api/v1/surveys/kiosk-1?lang=en', { headers: at(address) }),
    context,
  )
const sendAt = (address: string, headers: Record<string, string> = {}) =>
  send(jsonRequest('/api/v1/responses?lang=en', {}, { ...at(address), ...headers }))

async function exempt(range: string) {
  const scope = await personWith(['admin', 'office'])
  expect(await addExemptRange(scope, { range, label: 'Mạng trụ sở' }, Date.now())).toMatchObject({
    ok: true,
  })
}

describe('a network that floods', () => {
  it('is asked to wait, in words, and its neighbours are not', async () => {
    for (const ask of [() => readAt('203.0.113.200'), () => sendAt('203.0.113.8')]) {
      // Before each: whoever asks brings the limit back to this moment, and a slow machine would see it fill again.
      exhaustNetwork('203.0.113.7')
      const answer = await ask()
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await answer.json()).problems[0].message).toContain(
        'Please try again in a few minutes.',
      )
    }
    expect([(await readAt('203.0.114.7')).status, (await sendAt('203.0.114.7')).status]).toEqual([
      200, 400,
    ])
  })

  it('does not shut out a tablet that stands in it', async () => {
    exhaustNetwork('198.51.100.7')
    const { credential } = await enrolAt({}, Date.now())
    expect((await sendAt('198.51.100.9', { authorization: `Device ${credential}` })).status).toBe(
      400,
    )
    const forged = { authorization: `Device ${'x'.repeat(43)}` }
    expect((await sendAt('198.51.100.9', forged)).status).toBe(429)
  })

  it('is let in once it is exempt', async () => {
    exhaustNetwork('192.0.2.7')
    expect((await readAt('192.0.2.9')).status).toBe(429)
    await exempt('192.0.2.0/24')
    expect((await readAt('192.0.2.9')).status).toBe(200)
  })

  it('gets a page with 429 for the plain form, and nothing is stored', async () => {
    exhaustNetwork('2001:db8:7::1')
    const body = new URLSearchParams({ 'answers.overall': '4' })
    const headers = { ...at('2001:db8:7:9::2'), origin: 'http://localhost:3000' }
    const posted = new Request('http://localhost:3000/s/kiosk-1/send', {
      method: 'POST',
      headers,
      body,
    })
    const answer = await sendForm(posted, context)
    expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await answer.text()).toContain('Phiếu chưa được lưu.')
    expect(await lines('select count(*) from responses')).toEqual(['0'])
  })
})

it('a link flooded from outside stays open for the office', async () => {
  await exempt('10.0.0.0/8')
  for (let i = 0; i < ceilings.door.burst; i++) doorWait('form', 'kiosk-1', false, later)
  expect([(await readAt('203.0.115.1')).status, (await readAt('10.1.2.3')).status]).toEqual([
    429, 200,
  ])
})
