/** A request as a browser sends it, for calling a route handler directly. */
export function jsonRequest(path: string, body: unknown, headers: HeadersInit = {}): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      ...headers,
    },
  })
}

/** A body sent in pieces without a length. */
export function chunkedRequest(path: string, pieces: Iterable<Uint8Array<ArrayBuffer>>): Request {
  const left = pieces[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const { done, value } = left.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
  return new Request(`http://localhost:3000${path}`, { ...init, duplex: 'half' } as RequestInit)
}
