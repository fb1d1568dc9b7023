import { expect, it } from 'vitest'
import { clientAddress, clientNetwork } from '@/lib/client-address'
import { makeRateLimit } from '@/lib/rate-limit'

it('lets a burst through, then says how long to wait, then fills again', () => {
  const wait = makeRateLimit({ burst: 3, perSecond: 0.5 })
  const at = (seconds: number) => wait('door', seconds * 1000)
  expect([at(0), at(0), at(0), at(0)]).toEqual([0, 0, 0, 2])
  expect([at(1), at(2), at(2)]).toEqual([1, 0, 2])
  expect(wait('another', 2000)).toBe(0)
})

it('forgets the longest unused key when there are too many', () => {
  const wait = makeRateLimit({ burst: 1, perSecond: 0.001 }, 2)
  expect(['a', 'b', 'c', 'c', 'b', 'a'].map((key) => (wait(key, 0) ? 'wait' : 'pass'))).toEqual([
    'pass',
    'pass',
    'pass',
    'wait',
    'wait',
    'pass',
  ])
})

it.each([
  [0, '203.0.113.7', null],
  [1, '203.0.113.7', '203.0.113'],
  [1, '1.2.3.4, 203.0.113.7:4711', '203.0.113'],
  [2, '6.6.6.6, 1.2.3.4, 203.0.113.7', '1.2.3'],
  [2, '203.0.113.7', null],
  [1, '::ffff:203.0.113.7', '203.0.113'],
  [1, '2001:db8:1:2::9', '2001:db8:1'],
  [1, '[2001:0db8::1]:443', '2001:db8:0'],
  [1, 'unknown', null],
  [1, '', null],
])('with %i trusted proxies, "%s" is the network %s', (hops, header, network) => {
  const request = new Request('http://x', { headers: { 'x-forwarded-for': header } })
  expect(clientNetwork(request, hops)).toBe(network)
})

it.each([
  [0, 'peer', '::ffff:192.168.1.20', '192.168.1.20'],
  [0, 'peer', '2001:db8:1:2:3::9', '2001:db8:1:2'],
  [0, 'forwarded', '203.0.113.7', null],
  [1, 'peer', '192.168.1.20', null],
  [1, 'forwarded', '6.6.6.6, 203.0.113.7:4711', '203.0.113.7'],
])('with %i trusted proxies, the %s "%s" is the address %s', (hops, from, value, address) => {
  const name = from === 'peer' ? 'x-hai-long-peer' : 'x-forwarded-for'
  expect(clientAddress(new Request('http://x', { headers: { [name]: value } }), hops)).toBe(address)
})

it('gives a try back', () => {
  const wait = makeRateLimit({ burst: 1, perSecond: 0.001 })
  expect(wait('a', 0)).toBe(0)
  wait.giveBack('a')
  expect([wait('a', 0), wait('a', 0)]).toEqual([0, 1000])
})
