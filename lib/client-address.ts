/** Under this name the start command writes from which address a connection comes; nobody else's word for it gets in. */
const peerHeader = 'x-hai-long-peer'

/**
 * Who asks, for limits that one must not use up for all: the whole IPv4 address, the first 64 bits of an IPv6 one; null
 * where it is not known. Behind proxies as they say, else the other end of the connection. Never stored or logged.
 */
export function clientAddress(request: Request, trustedHops: number): string | null {
  const hop = trustedHops > 0 ? trustedHop(request, trustedHops) : request.headers.get(peerHeader)
  if (!hop) return null
  const v4 = /(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(hop)?.[1]
  return v4 ?? firstGroups(hop.replace(/^\[|\](:\d+)?$/g, ''), 4)
}

/**
 * The network a request comes from, for high ceilings only, never stored or logged: the first 24 bits of an IPv4
 * address, 48 of an IPv6 one. Only the addresses that configured proxies appended are believed, counted from the
 * right; without a proxy nothing is known, because anybody can write the header.
 */
export function clientNetwork(request: Request, trustedHops: number): string | null {
  const address = trustedHops > 0 ? trustedHop(request, trustedHops) : undefined
  if (!address) return null
  const v4 = /(\d+\.\d+\.\d+)\.\d+(?::\d+)?$/.exec(address)?.[1]
  return v4 ?? firstGroups(address.replace(/^\[|\](:\d+)?$/g, ''), 3)
}

function trustedHop(request: Request, trustedHops: number): string | undefined {
  const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedHops)
}

function firstGroups(address: string, n: number): string | null {
  if (!/^[0-9a-f:]+$/i.test(address)) return null
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = address.includes('::')
    ? Array<string>(8 - front.length - back.length).fill('0')
    : []
  const groups = [...front, ...zeros, ...back].map((group) => Number.parseInt(group, 16))
  return groups
    .slice(0, n)
    .map((group) => group.toString(16))
    .join(':')
}
