import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatIpAddress } from '@/domain/ip-address'
import { clientAddress, hostOf, isLoopback, networkOf } from '@/lib/client-address'
import { namePeers } from '../helpers/peer'

describe('the address of a request', () => {
  let stop: () => void
  beforeEach(() => {
    stop = namePeers()
  })
  afterEach(() => stop())

  const of = (hops: number, headers: Record<string, string>) => {
    const address = clientAddress(new Headers(headers), hops)
    return address && formatIpAddress(address)
  }

  it.each([
    [0, '203.0.113.7', null],
    [1, '203.0.113.7', '203.0.113.7'],
    [1, '1.2.3.4, 203.0.113.7:4711', '203.0.113.7'],
    [2, '6.6.6.6, 1.2.3.4, 203.0.113.7', '1.2.3.4'],
    [2, '203.0.113.7', null],
    [1, '::ffff:203.0.113.7', '203.0.113.7'],
    [1, '[2001:0db8::1]:443', '2001:db8::1'],
    [1, 'fe80::1%eth0', 'fe80::1'],
    [1, '', null],
  ])('behind %i trusted proxies "%s" is %s', (hops, header, address) => {
    expect(of(hops, { 'x-forwarded-for': header })).toBe(address)
  })

  it.each([
    'unknown',
    '1:2:3:4:5:6:7:8:9::',
    '::1::2',
    ':::::::::',
    '999.1.1.1',
    '01.2.3.4',
    '1.2.3.4.5',
    '[::1',
    '1'.repeat(5000),
    ','.repeat(5000),
    '<script>',
    '::ffff:1.2.3.999',
  ])('garbage of proxies is nobody’s: %s', (header) => {
    expect(of(1, { 'x-forwarded-for': header })).toBeNull()
    expect(of(3, { 'x-forwarded-for': header })).toBeNull()
  })

  it('without proxies it is what the start command wrote down, and a header of the sender without it', () => {
    expect(of(0, { 'x-hai-long-peer': '::ffff:192.168.1.20' })).toBe('192.168.1.20')
    expect(of(1, { 'x-hai-long-peer': '192.168.1.20' })).toBeNull()
    stop()
    expect(of(0, { 'x-hai-long-peer': '192.168.1.20' })).toBeNull()
  })
})

it('hosts and networks share the beginning of their addresses', () => {
  const keys = (text: string) => {
    const address = clientAddress(new Headers({ 'x-forwarded-for': text }), 1)
    return address ? [hostOf(address), networkOf(address)] : []
  }
  const [[a, aNet], [b, bNet], [, cNet]] = [
    keys('203.0.113.7'),
    keys('203.0.113.8'),
    keys('203.0.114.7'),
  ]
  expect([a === b, aNet === bNet, aNet === cNet]).toEqual([false, true, false])
  const [[d, dNet], [e, eNet], [f, fNet]] = [
    keys('2001:db8:1:2::1'),
    keys('2001:db8:1:2::9'),
    keys('2001:db8:1:3::1'),
  ]
  expect([d === e, d === f, dNet === eNet, dNet === fNet]).toEqual([true, false, true, true])
})

it.each([
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['::2', false],
])('%s is this computer: %s', (text, expected) => {
  const address = clientAddress(new Headers({ 'x-forwarded-for': text }), 1)
  expect(address && isLoopback(address)).toBe(expected)
})
