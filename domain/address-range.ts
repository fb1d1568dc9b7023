import { formatIpAddress, type IpAddress, parseIpAddress, prefixOf } from './ip-address'
import { ok, type Result, refused } from './problem'

/** All addresses that begin with the same bits, in CIDR notation `192.168.0.0/16`. */
export type AddressRange = Readonly<{ first: IpAddress; length: number }>

export type RangeProblem = 'not-a-range' | 'range-too-wide'

/** A shorter prefix would take a good part of the internet. */
const shortest = { 32: 8, 128: 32 } as const
/** Unique local addresses of IPv6: nobody comes from there by way of the internet. */
const local = { first: { bits: 128, value: 0xfcn << 120n }, length: 7 } as const

/** A range as typed; one address alone is a range too. Bits behind the prefix are taken as zero. */
export function parseAddressRange(typed: string): Result<AddressRange, RangeProblem> {
  const [text = '', size, ...more] = typed.trim().split('/')
  const address = parseIpAddress(text)
  if (!address || more.length > 0) return refused({ code: 'not-a-range', field: 'range' })
  const length = size === undefined ? address.bits : toLength(size, address, text)
  if (length === null) return refused({ code: 'not-a-range', field: 'range' })
  const range = { first: prefixOf(address, length), length }
  const least = isIn(local, range.first) ? local.length : shortest[address.bits]
  if (length >= least) return ok(range)
  return refused({ code: 'range-too-wide', field: 'range', params: { n: least } })
}

/** As it is kept and shown: `10.1.0.0/16`. */
export const formatAddressRange = ({ first, length }: AddressRange): string =>
  `${formatIpAddress(first)}/${length}`

/** Whether the address lies in the range. */
export const isIn = ({ first, length }: AddressRange, address: IpAddress): boolean =>
  address.bits === first.bits && prefixOf(address, length).value === first.value

function toLength(size: string, { bits }: IpAddress, text: string): number | null {
  if (!/^\d{1,3}$/.test(size)) return null
  // `::ffff:10.0.0.0/104` is written in bits of IPv6.
  const length = Number(size) - (bits === 32 && text.includes(':') ? 96 : 0)
  return length >= 0 && length <= bits ? length : null
}
