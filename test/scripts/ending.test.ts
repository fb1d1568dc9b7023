import { Agent, request } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { type Running, startNode } from '../helpers/process'

/** A server that answers every request after its body has come, and ends as the app does. */
const program = (times: object) => `
  import { createServer } from 'node:http'
  import { endInOrder } from './scripts/ending.mjs'
  endInOrder(${JSON.stringify(times)})
  const server = createServer((asked, answer) => {
    asked.resume().on('end', () => answer.end(globalThis.hailongStopping ? 'stopping' : 'on'))
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => console.log('at ' + server.address().port + '.'))`

let running: Running
afterEach(() => void running.child.kill('SIGKILL'))

async function serve({ stopDelay = 1, stopLimit = 20 }): Promise<string> {
  running = startNode(['--input-type=module', '-e', program({ stopDelay, stopLimit })], {})
  // A port that was free a moment ago may be somebody else's by now: the server takes its own.
  for (;;) {
    const port = /at (\d+)\./.exec(running.output())?.[1]
    if (port) return `http://127.0.0.1:${port}`
    await pause(20)
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const read = async (origin: string) => (await fetch(origin)).text()

/** A request whose body has come half, over a connection that is kept. */
function beginSending(origin: string) {
  const headers = { 'content-length': 8 }
  const sending = request(origin, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers,
  })
  const status = new Promise<number>((resolve) => {
    sending.on('response', (answer) => resolve(answer.resume().statusCode ?? 0))
    sending.on('error', () => resolve(0))
  })
  sending.write('half')
  return { status, rest: () => sending.end('half') }
}

it('serves on for a while, finishes what runs, and lets no kept connection hold it open', async () => {
  const origin = await serve({})
  expect(await read(origin)).toBe('on')
  const sending = beginSending(origin)
  await pause(100)
  running.child.kill('SIGTERM')
  await pause(200)
  expect(await read(origin)).toBe('stopping')
  await pause(1200)
  await expect(read(origin)).rejects.toThrow()
  sending.rest()
  expect([await sending.status, await running.ended]).toEqual([200, 0])
})

it('cuts off whoever never ends', async () => {
  const origin = await serve({ stopLimit: 1 })
  const sending = beginSending(origin)
  await pause(100)
  running.child.kill('SIGTERM')
  expect([await sending.status, await running.ended]).toEqual([0, 0])
  expect(running.output()).toContain('did not end in time')
})

it('ends at once when it is asked twice', async () => {
  const origin = await serve({ stopDelay: 600 })
  await read(origin)
  running.child.kill('SIGTERM')
  await pause(100)
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(0)
})
