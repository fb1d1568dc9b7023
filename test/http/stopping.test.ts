import { Agent, type ClientRequest, request as httpRequest } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { envelopeOf } from '../helpers/envelopes'

let app: App
afterEach(() => app.remove())

const ready = async () => {
  const answer = await fetch(`${app.origin}/api/health/ready`)
  return [answer.status, ((await answer.json()) as { status: string }).status]
}

/** A response of which the first half has been sent. */
function beginSending(): { rest: () => void; request: ClientRequest; status: Promise<number> } {
  const body = JSON.stringify(envelopeOf(1, Date.now() - 1000))
  const request = httpRequest(`${app.origin}/api/v1/responses`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  })
  const status = new Promise<number>((resolve) => {
    request.on('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    request.on('error', () => resolve(0))
  })
  request.write(body.slice(0, 40))
  return { rest: () => request.end(body.slice(40)), request, status }
}

it('says that it stops, finishes what runs, then takes nothing more and ends with 0', async () => {
  app = await startApp({ env: { STOP_DELAY: '2' } })
  expect(await ready()).toEqual([200, 'ready'])
  const sending = beginSending()
  await new Promise((resolve) => setTimeout(resolve, 300))
  const ended = app.stop()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await ready()).toEqual([503, 'stopping'])
  expect((await fetch(`${app.origin}/s/kiosk-1`)).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  await expect(fetch(`${app.origin}/api/health/live`)).rejects.toThrow()
  sending.rest()
  expect(await sending.status).toBe(201)
  expect(await ended).toBe(0)
})
