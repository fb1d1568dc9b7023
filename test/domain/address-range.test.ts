import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddressRange, isIn, parseAddressRange } from '@/domain/address-range'
import { formatIpAddress, parseIpAddress } from '@/domain/ip-address'

const read = (text: string) => {
  const range = parseAddressRange(text)
  return range.ok ? formatAddressRange(range.value) : range.problems[0]?.code
}

describe('a range of addresses', () => {
  it.each([
    ['203.0.113.0/24', '203.0.113.0/24'],
    [' 203.0.113.77/24 ', '203.0.113.0/24'],
    ['203.0.113.77', '203.0.113.77/32'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['::ffff:10.1.0.0/112', '10.1.0.0/16'],
    ['2001:DB8:10:0:0:0:0:5/48', '2001:db8:10::/48'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['fd00::/8', 'fd00::/8'],
    ['fc00::/7', 'fc00::/7'],
  ])('%s is kept as %s', (typed, kept) => expect(read(typed)).toBe(kept))

  it.each([
    '',
    'office',
    '1.2.3',
    '1.2.3.4/33',
    '1.2.3.4/-1',
    '1.2.3.4/',
    '1.2.3.4/8/8',
    '::/129',
    '1.2.3.4/2e1',
    'g::1',
  ])('"%s" is none', (typed) => expect(read(typed)).toBe('not-a-range'))

  it.each(['0.0.0.0/0', '10.0.0.0/7', '::/0', '2000::/3', '2001:db8::/31', 'fc00::/6'])(
    '%s would exempt half the world',
    (typed) => expect(read(typed)).toBe('range-too-wide'),
  )

  it.each([
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.0/24', '::ffff:203.0.113.9', true],
    ['2001:db8:10::/48', '2001:db8:10:ffff::1', true],
    ['2001:db8:10::/48', '2001:db8:11::1', false],
    ['2001:db8:10::/48', '203.0.113.9', false],
  ])('%s holds %s: %s', (text, one, expected) => {
    const [range, address] = [parseAddressRange(text), parseIpAddress(one)]
    expect(range.ok && address && isIn(range.value, address)).toBe(expected)
  })
})

it('every address reads back from how it is written', () => {
  const any = fc.oneof(
    fc.bigInt(0n, 2n ** 32n - 1n).map((value) => ({ bits: 32 as const, value })),
    // Those in the clothes of IPv6 read back as IPv4.
    fc.bigInt(2n ** 48n, 2n ** 128n - 1n).map((value) => ({ bits: 128 as const, value })),
  )
  fc.assert(
    fc.property(any, (address) => {
      expect(parseIpAddress(formatIpAddress(address))).toEqual(address)
    }),
  )
})

it.each([
  ['0:0:0:0:0:0:0:0', '::'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['2001:db8:0:0:0:0:0:10', '2001:db8::10'],
  ['1:0:3:4:5:6:7:8', '1:0:3:4:5:6:7:8'],
  ['1:0:0:0:0:0:0:0', '1::'],
])('%s is written %s', (long, short) => {
  const address = parseIpAddress(long)
  expect(address && formatIpAddress(address)).toBe(short)
})
