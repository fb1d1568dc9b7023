import { type IpAddress, parseIpAddress, prefixOf } from '@/domain/ip-address'

// The start command says here under which name it writes down from which address a connection comes. Without it the
// header would be anybody's word.
const place = globalThis as { hailongPeerHeader?: string }

type Asked = Pick<Headers, 'get'>

/**
 * Who asks, for limits only, never stored or logged. Only the addresses that configured proxies appended are believed,
 * counted from the right; without a proxy it is the other end of the connection. Null where that is not known.
 */
export function clientAddress(headers: Asked, trustedHops: number): IpAddress | null {
  const hop = trustedHops > 0 ? trustedHop(headers, trustedHops) : peer(headers)
  return hop ? parseHop(hop) : null
}

/** The beginning that addresses of one host share: the whole IPv4 address, the first 64 bits of an IPv6 one. */
export const hostOf = (address: IpAddress): string => keyOf(address, { 32: 32, 128: 64 })

/** The beginning that addresses of one network share: the first 24 bits of an IPv4 address, 48 of an IPv6 one. */
export const networkOf = (address: IpAddress): string => keyOf(address, { 32: 24, 128: 48 })

/** Whether it is this computer itself: then a proxy stands in front that nobody has configured. */
export const isLoopback = ({ bits, value }: IpAddress): boolean =>
  bits === 32 ? value >> 24n === 127n : value === 1n

function keyOf(address: IpAddress, lengths: Readonly<Record<32 | 128, number>>): string {
  const { bits, value } = prefixOf(address, lengths[address.bits])
  return `${bits} ${value.toString(36)}`
}

const peer = (headers: Asked): string | null =>
  place.hailongPeerHeader ? headers.get(place.hailongPeerHeader) : null

function trustedHop(headers: Asked, trustedHops: number): string | undefined {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedHops)
}

/** Proxies append a port to some, and put brackets around IPv6 then; an address of the link has a zone. */
function parseHop(hop: string): IpAddress | null {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(hop)?.[1] ?? hop.replace(/^([\d.]+):\d+$/, '$1')
  return parseIpAddress(bare.replace(/%[\w.-]+$/, ''))
}
