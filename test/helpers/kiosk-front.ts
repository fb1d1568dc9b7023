import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

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
  /** Lets requests for this path fail; null for none. */
  breakFile: (path: string | null) => void
  /** Serves the page as if another build had been deployed. */
  deploy: (build: string) => void
  close: () => Promise<void>
}>

const posts = '/api/v1/responses'

/** Opens the front before an app; its address does not change when the app starts anew. */
export async function openFront(appOrigin: string): Promise<KioskFront> {
  let target: string | null = appOrigin
  let build: string | null = null
  let dropped = 0
  let isPortal = false
  let held = 0
  let broken: string | null = null
  let instead = { n: 0, status: 0, headers: {} as Record<string, string> }
  const answers: number[] = []
  const server = createServer((asked, answer) => {
    const isPost = asked.method === 'POST' && asked.url === posts
    if (target === null) return void asked.socket.destroy()
    if (isPortal) {
      return void answer
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Wi-Fi</title><p>Wi-Fi miễn phí</p>')
    }
    if (broken !== null && asked.url === broken) return void answer.writeHead(500).end()
    if (isPost && instead.n > 0) {
      instead.n--
      const headers = { 'content-type': 'application/json', ...instead.headers }
      return void answer.writeHead(instead.status, headers).end('{"problems":[]}')
    }
    const headers = { ...asked.headers, 'accept-encoding': 'identity' }
    const onward = request(target + asked.url, { method: asked.method, headers }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('end', () => {
        if (isPost) answers.push(reply.statusCode ?? 0)
        if (isPost && dropped > 0) {
          dropped--
          return void asked.socket.destroy()
        }
        const body = rebuilt(asked.url ?? '', Buffer.concat(parts), build)
        const { 'content-length': _, 'transfer-encoding': __, ...kept } = reply.headers
        const give = () => void answer.writeHead(reply.statusCode ?? 502, kept).end(body)
        if (asked.url !== '/kiosk' || held === 0) return give()
        if (held < Number.POSITIVE_INFINITY) return void setTimeout(give, held)
        answer.writeHead(200, kept).write(body.slice(0, 500))
      })
    })
    onward.on('error', () => asked.socket.destroy())
    asked.pipe(onward)
  })
  const origin = await listen(server)
  return {
    origin,
    answers,
    point: (origin) => {
      target = origin
    },
    dropReplies: (n) => {
      dropped = n
    },
    answerInstead: (n, status, headers) => {
      instead = { n, status, headers }
    },
    portal: (isOn) => {
      isPortal = isOn
    },
    delay: (ms) => {
      held = ms
    },
    breakFile: (path) => {
      broken = path
    },
    deploy: (id) => {
      build = id
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Another build is the same files under another name: that is all the service worker goes by. */
function rebuilt(path: string, body: Buffer, build: string | null): Buffer | string {
  if (build === null) return body
  if (path === '/build.js') return `self.build = ${JSON.stringify(build)}\n`
  if (!path.startsWith('/kiosk')) return body
  return body.toString('utf8').replaceAll(/data-build="[^"]*"/g, `data-build="${build}"`)
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}
