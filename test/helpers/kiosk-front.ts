import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { type OtherBuild, renamedBuild } from './kiosk-build'

/** What stands between tablet and server in a test: it can fail in the ways that networks and deployments do. */
export type KioskFront = Readonly<{
  origin: string
  /** Statuses of the responses that the server sent to posts, whether or not they got through. */
  answers: readonly number[]
  /** The server is gone or there: the address stays. */
  point: (origin: string | null) => void
  /** Cuts the connection of so many posts after the server has answered. */
  dropReplies: (n: number) => void
  /** Answers so many posts in the server's stead. */
  answerInstead: (n: number, status: number, headers: Record<string, string>) => void
  /** Answers everything with a page of its own, as the network of an inn does. */
  portal: (isOn: boolean) => void
  /** Holds the page back for so many milliseconds; with Infinity it begins to arrive and never ends. */
  delay: (ms: number) => void
  /** Holds one answer to this path back for so many milliseconds. */
  stall: (path: string, ms: number) => void
  /** Lets requests for this path fail; null for none. */
  breakFile: (path: string | null) => void
  /** Serves another build: the same one under other names, or one that is given. */
  deploy: (build: string | OtherBuild) => void
  /** Paths whose answers to GETs set a cookie. */
  cookies: readonly string[]
  close: () => Promise<void>
}>

const posts = '/api/v1/responses'

type State = {
  target: string | null
  build: OtherBuild | null
  dropped: number
  isPortal: boolean
  held: number
  stalled: { path: string; ms: number } | null
  broken: string | null
  instead: { n: number; status: number; headers: Record<string, string> }
  answers: number[]
  cookies: string[]
}

/** Opens the front before an app; its address does not change when the app starts anew. */
export async function openFront(appOrigin: string): Promise<KioskFront> {
  const state: State = {
    target: appOrigin,
    build: null,
    dropped: 0,
    isPortal: false,
    held: 0,
    stalled: null,
    broken: null,
    instead: { n: 0, status: 0, headers: {} },
    answers: [],
    cookies: [],
  }
  const server = createServer((asked, answer) => take(state, asked, answer))
  const origin = await listen(server)
  return {
    origin,
    answers: state.answers,
    cookies: state.cookies,
    point: (origin) => {
      state.target = origin
    },
    dropReplies: (n) => {
      state.dropped = n
    },
    answerInstead: (n, status, headers) => {
      state.instead = { n, status, headers }
    },
    portal: (isOn) => {
      state.isPortal = isOn
    },
    delay: (ms) => {
      state.held = ms
    },
    stall: (path, ms) => {
      state.stalled = { path, ms }
    },
    breakFile: (path) => {
      state.broken = path
    },
    deploy: (build) => {
      state.build = typeof build === 'string' ? renamedBuild(build) : build
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const isPost = ({ method, url }: IncomingMessage) => method === 'POST' && url === posts

/** Answers by itself, or hands the request on. */
function take(state: State, asked: IncomingMessage, answer: ServerResponse): void {
  const url = asked.url ?? ''
  if (state.target === null) return void asked.socket.destroy()
  if (state.isPortal) {
    const page = '<!doctype html><title>Wi-Fi</title><p>Wi-Fi miễn phí</p>'
    return void answer.writeHead(200, { 'content-type': 'text/html' }).end(page)
  }
  if (state.broken === url) return void answer.writeHead(500).end()
  if (isPost(asked) && state.instead.n > 0) {
    state.instead.n--
    const headers = { 'content-type': 'application/json', ...state.instead.headers }
    return void answer.writeHead(state.instead.status, headers).end('{"problems":[]}')
  }
  const kept = state.build?.answer(url)
  if (kept) return void answer.writeHead(200, kept.headers).end(kept.text)
  const path = state.build ? state.build.pathOf(url) : url
  if (path === null) return void answer.writeHead(404).end()
  const headers = { ...asked.headers, 'accept-encoding': 'identity' }
  const onward = request(state.target + path, { method: asked.method, headers }, (reply) => {
    const parts: Buffer[] = []
    reply.on('data', (part: Buffer) => parts.push(part))
    reply.on('close', () => {
      // A server that was killed half-way has answered nothing.
      if (reply.complete) give(state, asked, answer, reply, Buffer.concat(parts))
      else asked.socket.destroy()
    })
  })
  onward.on('error', () => asked.socket.destroy())
  asked.pipe(onward)
}

/** Passes an answer of the server on, or what became of it on the way. */
function give(
  state: State,
  asked: IncomingMessage,
  answer: ServerResponse,
  reply: IncomingMessage,
  whole: Buffer,
): void {
  const url = asked.url ?? ''
  const status = reply.statusCode ?? 502
  if (isPost(asked)) state.answers.push(status)
  if (isPost(asked) && state.dropped > 0) {
    state.dropped--
    return void asked.socket.destroy()
  }
  if (asked.method === 'GET' && reply.headers['set-cookie']) state.cookies.push(url)
  const body = state.build ? state.build.change(url, whole) : whole
  const { 'content-length': _, 'transfer-encoding': __, ...headers } = reply.headers
  const send = () => answer.writeHead(status, headers).end(body)
  if (url === state.stalled?.path) {
    const { ms } = state.stalled
    state.stalled = null
    return void setTimeout(send, ms)
  }
  if (url !== '/kiosk' || state.held === 0) return void send()
  if (state.held < Number.POSITIVE_INFINITY) return void setTimeout(send, state.held)
  answer.writeHead(200, headers).write(body.slice(0, 500))
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}
