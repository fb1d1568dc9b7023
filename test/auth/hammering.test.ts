import { monitorEventLoopDelay } from 'node:perf_hooks'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFirstAdmin } from '@/auth/first-admin'
import { knownBrowser, knownBrowserCookie } from '@/auth/known-browser'
import { signIn } from '@/auth/sign-in'
import { database, write } from '@/db/client'
import { units } from '@/db/schema/units'
import { useTestDatabase } from '../helpers/database'
import { lines } from '../helpers/recount'
import { browserWith, stranger } from '../helpers/visits'

useTestDatabase()
const email = 'a@xa.gov.vn'
const password = 'thuyền về bến cũ'

beforeEach(async () => {
  await write([
    database().insert(units).values({ id: 1, code: 'office', name: 'Một cửa', level: 'office' }),
  ])
  await createFirstAdmin(email, password, 1, Date.now())
})

/** In which order tries are answered: times would depend on what else the machine does. */
function finish() {
  const answered: string[] = []
  const run = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const answer = await work
    answered.push(name)
    return answer
  }
  /** So many wrong ones were answered before this one. */
  const wrongBefore = (name: string) =>
    answered.slice(0, answered.indexOf(name)).filter((one) => one === 'wrong').length
  return { run, wrongBefore }
}

describe('a hundred wrong passwords at once', () => {
  it('are slowed; the person gets in meanwhile at a known browser, and soon at any other', async () => {
    const loop = monitorEventLoopDelay({ resolution: 10 })
    loop.enable()
    const start = performance.now()
    const { run, wrongBefore } = finish()
    const wrong = Array.from({ length: 100 }, (_, i) =>
      run('wrong', signIn({ email, password: `sai lần ${i}` }, stranger('203.0.113.7'))),
    )
    const cookie = knownBrowserCookie(email, Date.now())
    const right = await Promise.all([
      run('known', signIn({ email, password }, browserWith([cookie]))),
      run('elsewhere', signIn({ email, password }, stranger('203.0.113.8'))),
      run('other', signIn({ email: 'b@xa.gov.vn', password }, stranger('203.0.113.8'))),
    ])
    const all = await Promise.all(wrong)
    loop.disable()
    expect(right.map(({ ok }) => ok)).toEqual([true, true, false])
    // Three tries are free and five more wait for less than four seconds.
    expect(wrongBefore('known')).toBeLessThanOrEqual(8)
    expect(wrongBefore('other')).toBeLessThanOrEqual(8)
    expect(wrongBefore('elsewhere')).toBeLessThan(60)
    expect(all.every((answer) => !answer.ok && answer.error === 'wrong')).toBe(true)
    expect(performance.now() - start).toBeGreaterThan(3_900)
    expect(loop.percentile(95) / 1e6).toBeLessThan(200)
    expect(await signIn({ email, password }, stranger())).toMatchObject({ ok: true })
  })
})

describe('a known browser', () => {
  const at = 1_790_000_000_000
  const day = 24 * 3_600_000
  const isKnown = (who: string, cookie: string, now: number) =>
    knownBrowser(who, browserWith([cookie]).cookie, now) !== null

  it('is known for the person who signed in there, for half a year', () => {
    const cookie = knownBrowserCookie(email, at)
    expect(isKnown(email, cookie, at)).toBe(true)
    expect(isKnown(email, cookie, at + 179 * day)).toBe(true)
    expect(isKnown(email, cookie, at + 180 * day)).toBe(false)
    expect(isKnown('b@xa.gov.vn', cookie, at)).toBe(false)
    expect(cookie).not.toContain(email)
  })

  it('cannot be made up', () => {
    const cookie = knownBrowserCookie(email, at)
    const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
    const [madeAt = '', nonce = '', mark = ''] = value.split('.')
    for (const forged of [
      `${(at + 9 * day).toString(36)}.${nonce}.${mark}`,
      `${madeAt}.${nonce}x.${mark}`,
      `${madeAt}.${nonce}.${'A'.repeat(mark.length)}`,
      `${madeAt}.${nonce}`,
      '',
    ]) {
      expect(isKnown(email, `${name}=${forged}`, at)).toBe(false)
    }
  })

  it('has a throttle of its own, which its wrong tries fill', async () => {
    const browser = browserWith([knownBrowserCookie(email, Date.now())])
    for (let i = 0; i < 4; i++) await signIn({ email, password: 'sai' }, browser)
    expect(await lines('select tries from throttles')).toEqual(['4'])
    await signIn({ email, password: 'sai' }, stranger())
    expect(await lines('select tries from throttles order by tries')).toEqual(['1', '4'])
    await signIn({ email, password }, browser)
    expect(await lines('select tries from throttles')).toEqual(['1'])
  })
})
