import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { failureOf, HranaStream, type StreamRequest } from './hrana-stream'

// A double. It answers what @libsql/client asks of a libSQL server over http (Hrana 2, JSON pipeline), from SQLite
// in this process; where the server's own code refuses, limits or words things differently, so does the double. No
// real libSQL server can be had from the package registries, so none was tried.

/** What goes wrong with a request: before it reaches the database, or after. */
type Fault =
  /** The connection breaks before anything is done. */
  | 'reset'
  /** Done and committed, and then the connection breaks. */
  | 'lose-reply'
  /** Answers 503 and does nothing. */
  | 'unavailable'
  /** Does nothing and never answers. */
  | 'hang'

type Rule = Readonly<{ fault: Fault; matches: RegExp }> & { times: number }

export type SqlServer = Readonly<{
  url: string
  /** Requests so far. */
  requests: () => number
  /** The next `times` requests that hold a matching statement meet the fault. */
  fail: (fault: Fault, matches?: RegExp, times?: number) => void
  /** From now on every answer takes so many milliseconds longer. */
  delay: (ms: number) => void
  /** From now on another file is served; streams that are open end. */
  serve: (file: string) => void
  /** Ends all streams, as the server does with those that were idle too long. */
  expire: () => void
  stop: () => Promise<void>
}>

type Options = Readonly<{ file: string; token?: string; port?: number }>

/** Serves an SQLite file as a libSQL server would. */
export async function startSqlServer({ file, token, port = 0 }: Options): Promise<SqlServer> {
  const state = new State(file, token)
  const server = createServer((request, response) => {
    state.answer(request, response).catch((error: unknown) => {
      process.stderr.write(`The double of a libSQL server failed: ${String(error)}\n`)
      response.destroy()
    })
  })
  // As long as the real one: connections that wait are not closed under the sender's hands.
  server.keepAliveTimeout = 600_000
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => state.requests,
    fail: (fault, matches = /./, times = 1) => void state.rules.push({ fault, matches, times }),
    delay: (ms) => {
      state.delay = ms
    },
    serve: (next) => {
      state.expire()
      state.file = next
    },
    expire: () => state.expire(),
    stop: () => stop(server, state),
  }
}

function stop(server: Server, state: State): Promise<void> {
  state.expire()
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

class State {
  requests = 0
  delay = 0
  rules: Rule[] = []
  #streams = new Map<string, HranaStream>()
  #expired = new Set<string>()

  constructor(
    public file: string,
    private readonly token: string | undefined,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests++
    if (request.url === '/health') return send(response, 200, {})
    if (request.method !== 'POST' || request.url !== '/v2/pipeline') return send(response, 404, {})
    if (this.token !== undefined && request.headers.authorization !== `Bearer ${this.token}`) {
      return send(response, 401, { error: 'Authentication failed' })
    }
    const text = await readBody(request)
    const body = JSON.parse(text) as { baton?: string | null; requests: StreamRequest[] }
    const fault = this.#takeFault(text)
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay))
    if (fault === 'hang') return
    if (fault === 'reset') return void request.socket.destroy()
    if (fault === 'unavailable') return sendText(response, 503, 'overloaded')
    if (body.baton && this.#expired.has(body.baton)) {
      const message = 'The stream has expired due to inactivity'
      return send(response, 500, { message, code: 'STREAM_EXPIRED' })
    }
    const answer = await this.#run(body.baton ?? null, body.requests)
    if (!answer) return sendText(response, 400, 'The baton is invalid')
    if (fault === 'lose-reply') return void request.socket.destroy()
    send(response, 200, answer)
  }

  expire(): void {
    for (const [baton, stream] of this.#streams) {
      stream.close()
      this.#expired.add(baton)
    }
    this.#streams.clear()
  }

  /** Each answer gives a new baton: the requests of one stream follow each other. */
  async #run(baton: string | null, requests: readonly StreamRequest[]) {
    const stream = baton === null ? new HranaStream(this.file) : this.#streams.get(baton)
    if (!stream) return null
    if (baton !== null) this.#streams.delete(baton)
    const results: object[] = []
    for (const request of requests) results.push(await resultOf(stream, request))
    if (stream.isClosed) return { baton: null, base_url: null, results }
    const next = randomBytes(16).toString('base64url')
    this.#streams.set(next, stream)
    return { baton: next, base_url: null, results }
  }

  #takeFault(text: string): Fault | undefined {
    const rule = this.rules.find(({ matches, times }) => times > 0 && matches.test(text))
    if (!rule) return undefined
    rule.times--
    return rule.fault
  }
}

async function resultOf(stream: HranaStream, request: StreamRequest): Promise<object> {
  try {
    return { type: 'ok', response: await stream.handle(request) }
  } catch (error) {
    return { type: 'error', error: failureOf(error) }
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text)
}
