import { subscribe } from 'node:diagnostics_channel'

/**
 * Ends the server in order when asked to (SIGTERM, SIGINT): says so at /api/health/ready for `stopDelay` seconds while
 * it still answers all, so that a proxy can turn elsewhere; then takes no new connections, finishes what runs, and ends
 * with 0. What still runs after `stopLimit` seconds is cut off. A second signal ends at once.
 */
export function endInOrder({ stopDelay, stopLimit }) {
  // Next would close at once, and wait without end for whoever is slow.
  process.env.NEXT_MANUAL_SIG_HANDLE = 'true'
  let server
  const find = (message) => {
    server = message.server
  }
  subscribe('http.server.request.start', find)
  const ask = () => {
    if (globalThis.hailongStopping) process.exit(0)
    globalThis.hailongStopping = true
    setTimeout(() => close(server, stopLimit * 1000), stopDelay * 1000)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, ask)
}

function close(server, limit) {
  if (!server) process.exit(0)
  // What is counted in memory is written down at the signal; over a network that takes a moment.
  server.close(() => setTimeout(() => process.exit(0), 300))
  // A connection that was kept for later holds the server open: each is closed once it has its answer.
  setInterval(() => server.closeIdleConnections(), 100)
  setTimeout(() => {
    process.stderr.write('Some requests did not end in time; they are cut off.\n')
    process.exit(0)
  }, limit)
}
