/**
 * The network a request comes from, for high ceilings only, never stored or logged: the first 24 bits of an IPv4
 * address, 48 of an IPv6 one. Only the addresses that configured proxies appended are believed, counted from the
 * right; without a proxy nothing is known, because anybody can write the header.
 */
export function clientNetwork(request: Request, trustedHops: number): string | null {
  if (trustedHops === 0) return null
  const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const address = hops.at(-trustedHops)
  if (!address) return null
  const v4 = /(\d+\.\d+\.\d+)\.\d+(?::\d+)?$/.exec(address)?.[1]
  return v4 ?? firstGroups(address.replace(/^\[|\](:\d+)?$/g, ''))
}

function firstGroups(address: string): string | null {
  if (!/^[0-9a-f:]+$/i.test(address)) return null
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = address.includes('::')
    ? Array<string>(8 - front.length - back.length).fill('0')
    : []
  const groups = [...front, ...zeros, ...back].map((group) => Number.parseInt(group, 16))
  return groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')
}
