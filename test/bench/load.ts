import { Agent, request } from 'node:http'

/** What one round of load has met. */
export type Round = Readonly<{
  perSecond: number
  /** Milliseconds of every request, in no order. */
  latencies: readonly number[]
}>

type Target = Readonly<{ port: number; path: string; expected: number }>

/**
 * Posts every body once, so many at a time over connections that stay open, on the loopback.
 * Throws when a reply has another status than expected: a refusal is quick and would flatter the figures.
 */
export async function postAll(
  target: Target,
  bodies: readonly string[],
  concurrency: number,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const latencies: number[] = []
  let next = 0
  const worker = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const startedAt = performance.now()
      const { status, text } = await post(agent, target, body)
      latencies.push(performance.now() - startedAt)
      if (status !== target.expected) throw new Error(`${target.path} answered ${status}: ${text}`)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: concurrency }, worker))
  const seconds = (performance.now() - startedAt) / 1000
  agent.destroy()
  return { perSecond: bodies.length / seconds, latencies }
}

/** The value below which that share of the sorted values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function post(
  agent: Agent,
  { port, path }: Target,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const sent = request(
      { agent, host: '127.0.0.1', port, path, method: 'POST', headers },
      (reply) => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', (chunk: string) => {
          text += chunk
        })
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: text.slice(0, 300) }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
