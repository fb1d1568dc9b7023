/** An address on the internet as a number. One of IPv4 in the clothes of IPv6 (`::ffff:1.2.3.4`) is the IPv4 one. */
export type IpAddress = Readonly<{ bits: 32 | 128; value: bigint }>

/** The address in a text; null for anything else. */
export function parseIpAddress(text: string): IpAddress | null {
  // No address is longer, whatever a header holds.
  if (text.length > 45) return null
  return text.includes(':') ? parseLong(text) : parseShort(text)
}

/** As it is usually written: the longest run of zeros of an IPv6 address is `::`. */
export function formatIpAddress({ bits, value }: IpAddress): string {
  const size = bits === 32 ? 8n : 16n
  const parts = Array.from({ length: bits === 32 ? 4 : 8 }, (_, i) =>
    BigInt.asUintN(Number(size), value >> (BigInt(bits) - size * BigInt(i + 1))),
  )
  if (bits === 32) return parts.join('.')
  const groups = parts.map((part) => part.toString(16)).join(':')
  const runs = [...groups.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)]
  const [zeros] = runs.toSorted((a, b) => b[0].length - a[0].length)
  if (!zeros) return groups
  const front = groups.slice(0, zeros.index).replace(/:$/, '')
  const back = groups.slice(zeros.index + zeros[0].length).replace(/^:/, '')
  return `${front}::${back}`
}

/** Only the first so many bits, the others zero. */
export function prefixOf({ bits, value }: IpAddress, length: number): IpAddress {
  const rest = BigInt(bits - length)
  return { bits, value: (value >> rest) << rest }
}

function parseShort(text: string): IpAddress | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null
  const parts = text.split('.')
  // A leading zero means octal to some: no address is written so.
  if (parts.some((part) => Number(part) > 255 || /^0\d/.test(part))) return null
  return { bits: 32, value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n) }
}

function parseLong(text: string): IpAddress | null {
  const groups = groupsOf(text)
  if (!groups) return null
  const value = groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
  const isMapped = value >> 32n === 0xffffn
  return isMapped ? { bits: 32, value: BigInt.asUintN(32, value) } : { bits: 128, value }
}

/** The eight groups, `::` filled up; null where it is no such address. */
function groupsOf(text: string): readonly string[] | null {
  const tail = /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1]
  const short = tail === undefined ? undefined : parseShort(tail)
  if (short === null) return null
  const last = short?.value
  const whole =
    last === undefined
      ? text
      : text.slice(0, -(tail ?? '').length) +
        `${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`
  const halves = whole.split('::')
  if (halves.length > 2) return null
  const [front = [], back = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - front.length - back.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...front, ...Array<string>(missing).fill('0'), ...back]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups : null
}
