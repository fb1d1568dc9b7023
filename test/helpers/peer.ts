const place = globalThis as { hailongPeerHeader?: string }

/** As the start command does: a test may then say in `x-hai-long-peer` from where a request comes. Answers how to stop. */
export function namePeers(): () => void {
  place.hailongPeerHeader = 'x-hai-long-peer'
  return () => {
    delete place.hailongPeerHeader
  }
}
