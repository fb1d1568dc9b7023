import { subscribe } from 'node:diagnostics_channel'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { buildWhenStale, isStale } from './build.mjs'
import { command, runNode } from './child.mjs'
import { endInOrder } from './ending.mjs'
import { ensureInstalled, stop } from './install.mjs'
import { answerUnparsed, isUnreadable } from './unreadable.mjs'

/** Where a form with files is read. */
const uploads = /^\/dashboard\/(dossiers|field-list|unit-list)\/import\/read(\?|$)/

// From a fresh clone to a served app: install, build, prepare the data, serve.
// What can be refused is refused before the minute that a build takes.

endWithNpm()
ensureInstalled()
const args = process.argv.slice(2)
if (isStale()) {
  await prepare('--check')
  await buildWhenStale()
}
const office = await prepare()
serve(office)
await ready(office)
process.stdout.write(`\n${office.words}\n`)

/** npm passes signals on, but not when it is killed outright; nothing is to stay behind that holds the port. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const look = () => process.ppid === npm || process.kill(process.pid, 'SIGTERM')
  setInterval(look, 500).unref()
}

async function prepare(...more) {
  const { code, signal, message } = await runNode(command('prepare', ...args, ...more))
  if (signal) process.exit(0)
  if (code !== 0) process.exit(code)
  return message
}

/** Next's own `start`, in this process: whoever ends this process has ended the server. */
function serve({ host, port, isHttps, stopDelay, stopLimit }) {
  endInOrder({ stopDelay, stopLimit })
  // What is made of figures lives until the next answer. Left to itself, the engine lets the heap grow to four times what
  // is kept before it clears that away.
  setFlagsFromString('--heap-growing-percent=35')
  watchConnections(isHttps)
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const require = createRequire(import.meta.url)
  const next = require.resolve('next/dist/bin/next')
  process.argv = [process.argv[0], next, 'start', '--hostname', host, '--port', String(port)]
  require(next)
}

/**
 * What only the process that holds the connections can do: to name who is at the other end, which Next hides and limits
 * need (lib/client-address); to ask browsers for https on every answer, where the app is known by it; to end what
 * comes too slowly, so that nobody holds connections for nothing; to keep from the framework what it cannot read; and
 * to say why to whoever sends a head that is longer than the parser takes.
 */
function watchConnections(isHttps) {
  // Milliseconds for the head of a request, and for all of it: a file over a slow line takes its time.
  const patience = { headersTimeout: 15_000, requestTimeout: 120_000 }
  globalThis.hailongPeerHeader = 'x-hai-long-peer'
  subscribe('http.server.request.start', ({ request, response, socket, server }) => {
    request.headers[globalThis.hailongPeerHeader] = socket.remoteAddress ?? ''
    if (isHttps) response.setHeader('strict-transport-security', 'max-age=31536000')
    Object.assign(server, patience)
    if (server.listenerCount('clientError') === 0) server.on('clientError', answerUnparsed)
    forgetActions(request)
    if (isUnreadable(request)) leadNowhere(request)
  })
}

/**
 * The app has no Server Actions, and the framework would write a fault into the log for an unknown one. It takes for one
 * what names one, and any form with files that is sent to a page, found or not.
 */
function forgetActions({ headers, url }) {
  delete headers['next-action']
  const isForm = headers['content-type']?.startsWith('multipart/form-data')
  if (isForm && !uploads.test(url)) delete headers['content-type']
}

/** There is nothing at such an address: it gets the page that says so. */
function leadNowhere(request) {
  request.method = 'GET'
  request.url = '/not-found'
  delete request.headers.cookie
}

async function ready({ port, address }) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (await answers(`http://${address}:${port}/api/health/ready`)) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  stop('The app started but did not become ready within a minute; the lines above may say why.')
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}
