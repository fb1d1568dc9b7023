import { createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

// Loaded into the server by the bench alone (--import): how long its event loop was held since it was last asked, and
// its memory. Not for production: it listens on the loopback without any gate.

const port = Number(new URL(import.meta.url).searchParams.get('port'))
if (isMainThread && port) {
  const resolution = 1
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  const server = createServer((request, response) => {
    if (request.url === '/collect') global.gc?.()
    // The timer that sees the last hold comes first.
    setTimeout(() => {
      const { rss, heapUsed } = process.memoryUsage()
      const held = {
        longest: delay.max / 1e6 - resolution,
        p99: delay.percentile(99) / 1e6 - resolution,
      }
      response.end(JSON.stringify({ ...held, rss, heapUsed }))
      delay.reset()
    }, 3)
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  server.unref()
}
