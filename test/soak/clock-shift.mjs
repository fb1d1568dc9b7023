import { createServer } from 'node:http'
import { isMainThread } from 'node:worker_threads'

// Loaded into the server by the soak alone (--import): its clock is off by what was last posted, in milliseconds. Timers
// go on as they do when somebody sets a machine's clock: by a clock of their own.

const port = Number(new URL(import.meta.url).searchParams.get('port'))
if (isMainThread && port) {
  let offset = 0
  const RightDate = Date
  globalThis.Date = class ShiftedDate extends RightDate {
    constructor(...given) {
      if (given.length === 0) super(RightDate.now() + offset)
      else super(...given)
    }
    static now() {
      return RightDate.now() + offset
    }
    // The framework copies what is the class's own.
    static parse = RightDate.parse
    static UTC = RightDate.UTC
  }
  const server = createServer((request, response) => {
    offset = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('offset'))
    response.end(new Date().toISOString())
  })
  // The command that prepares the data has the port for a moment, the server keeps it.
  const listen = () => server.listen(port, '127.0.0.1')
  server.on('error', () => setTimeout(listen, 200).unref())
  server.unref()
  listen()
}
