import { expect, it } from 'vitest'
import { clientNetwork } from '@/lib/client-address'
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
