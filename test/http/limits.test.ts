import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ceilings } from '@/domain/ceiling'
import { type App, startApp } from '../helpers/app'
import { signIn } from '../helpers/sign-in'

const most = ceilings.joinNetwork.burst
let apps: App[] = []
beforeAll(async () => {
  for (const hops of ['1', '2', '0'])
    apps.push(await startApp({ env: { TRUSTED_PROXY_HOPS: hops } }))
})
afterAll(async () => {
  for (const app of apps) {
    await app.stop()
    app.remove()
  }
  apps = []
})

let number = 0
/** What each app has turned away. */
const refused = new Map<App, number>()

/** Uses a one-time link that nobody has, as if so many proxies had written this down. */
async function use(app: App, forwarded: string) {
  const answer = await fetch(`${app.origin}/join/${++number}/password`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ password: 'x' }),
    headers: {
      'x-forwarded-for': forwarded,
      'x-hai-long-peer': `10.9.8.${number % 250}`,
      cookie: 'lang=en',
    },
  })
  if (answer.status === 429) refused.set(app, (refused.get(app) ?? 0) + 1)
  return answer
}

/** Uses more and more of them until one is refused; answers that one, and how many passed before. */
async function flood(app: App, forwarded: (i: number) => string) {
  for (let passed = 0; passed < 5 * most; ) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => use(app, forwarded(i))))
    const one = answers.find(({ status }) => status === 429)
    if (one) return { one, passed }
    passed += answers.length
  }
  throw new Error('nothing was refused')
}

it.each([
  ['one proxy', 0, (i: number) => `6.6.${i % 250}.6, 203.0.113.7`, '203.0.113.9', '198.51.100.1'],
  [
    'two proxies',
    1,
    (i: number) => `6.6.${i % 250}.6, 203.0.113.7, 10.0.${i % 250}.1`,
    '203.0.113.9, 10.0.0.1',
    '203.0.113.7, 198.51.100.1, 10.0.0.1',
  ],
])('behind %s only the right entry counts', async (_, which, forged, same, other) => {
  const app = apps[which] as App
  const { one, passed } = await flood(app, forged)
  expect(passed).toBeGreaterThanOrEqual(most - 20)
  expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await one.text()).toContain('The link is being opened too often.')
  expect((await flood(app, () => same)).passed).toBeLessThan(most / 2)
  expect((await use(app, other)).status).toBe(303)
  for (const garbage of ['', 'unknown', '1:2:3:4:5:6:7:8:9::', '::1::', '%00', 'a'.repeat(4000)]) {
    expect([garbage, (await use(app, `${garbage}, ${garbage}`)).status]).toEqual([garbage, 303])
  }
})

it('without a proxy what somebody wrote into the request counts for nothing', async () => {
  const app = apps[2] as App
  // This computer itself has no ceiling; whoever believed the header would refuse its one network.
  for (let sent = 0; sent < most + 100; sent += 20) {
    const answers = Array.from({ length: 20 }, () => use(app, '203.0.113.7'))
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(
      new Set([303]),
    )
  }
})

it('an exempt range holds without a restart; what was turned away is counted, shown, and kept at a stop', async () => {
  const [app] = apps as [App]
  const cookie = await signIn(app)
  const staff = { cookie, origin: app.origin }
  await flood(app, () => '203.0.113.7')
  const added = await fetch(`${app.origin}/dashboard/limits/exempt`, {
    method: 'POST',
    redirect: 'manual',
    headers: staff,
    body: new URLSearchParams({ label: 'Mạng trụ sở', range: '203.0.113.0/25' }),
  })
  expect(added.headers.get('location')).toBe('/dashboard/limits?done=added')
  expect((await use(app, '203.0.113.7')).status).toBe(303)
  await flood(app, () => '203.0.113.200')
  const page = await (await fetch(`${app.origin}/dashboard/limits`, { headers: staff })).text()
  expect(page).toContain('Mở đường dẫn đặt mật khẩu')
  expect(page).not.toContain('203.0.113.200')
  const shown = Number(/([\d.]+) lượt/.exec(page)?.[1]?.replace('.', ''))
  expect(shown).toBe(refused.get(app))
  await flood(app, () => '203.0.113.200')
  expect(await app.stop()).toBe(0)
  expect(app.output()).not.toContain('203.0.113')
  const client = createClient({ url: `file:${app.dataDir}/hai-long.db` })
  const { rows } = await client.execute("select n from refusals where kind = 'join'")
  client.close()
  expect(Number(rows[0]?.n)).toBe(refused.get(app))
  expect(refused.get(app)).toBeGreaterThan(shown)
})
