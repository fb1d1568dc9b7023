import { beforeEach, describe, expect, it } from 'vitest'
import { knownBrowserCookie } from '@/auth/known-browser'
import { authOptions } from '@/auth/options'
import { takeSecondStep } from '@/auth/second-step'
import { endEverything } from '@/db/accounts/person-changes'
import { write } from '@/db/client'
import type { Scope } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'
import { givePassword, password, setUp, shownBy } from '../helpers/second-factor'
import { browserWith, stranger } from '../helpers/visits'

useTestDatabase()
let lan: Scope
let secret: Buffer
let codes: string[]
beforeEach(async () => {
  await foundDistrict()
  lan = await personWith(['viewer', 'xa-a'])
  await givePassword(lan)
  ;({ secret, codes } = await setUp(lan))
})

type Authorize = (typed: Record<string, string>) => Promise<{ id: string }>

/** One step of the sign-in in this browser, as next-auth runs it. */
function step(id: 'credentials' | 'code', typed: Record<string, string>, visit = stranger()) {
  const all = authOptions(visit).providers as unknown as {
    options: { id?: string; authorize: Authorize }
  }[]
  const one = all.find(({ options }) => (options.id ?? 'credentials') === id)
  return one?.options.authorize(typed)
}

/** The browser after the right password. */
async function halfIn(...cookies: string[]) {
  const visit = browserWith(cookies)
  await expect(step('credentials', { email: lan.email, password }, visit)).rejects.toThrow(
    'code-wanted',
  )
  return browserWith([...cookies, ...visit.newCookies])
}

const codeOf = (code: string) => ({ code, recovery: '' })
const recovery = (code: string) => ({ code: '', recovery: code })
const take = async (
  visit: ReturnType<typeof stranger>,
  typed: { code: string; recovery: string },
  at = Date.now(),
) => {
  const answer = await takeSecondStep(typed, visit, at)
  return answer.ok || answer.error
}

describe('signing in with a second factor', () => {
  it('opens no session by the password alone', async () => {
    await halfIn()
    expect(await lines('select count(*) from sessions')).toEqual(['0'])
    const wrong = stranger()
    await expect(step('credentials', { email: lan.email, password: 'sai' }, wrong)).rejects.toThrow(
      'wrong',
    )
    expect(wrong.newCookies).toEqual([])
  })

  it('takes the code of the app, and the browser is known afterwards', async () => {
    const visit = await halfIn()
    expect(await step('code', codeOf(shownBy(secret)), visit)).toEqual({ id: String(lan.userId) })
    const names = visit.newCookies.map((line) => line.split(/[-=]/)[1]?.split('.')[1])
    expect(names).toEqual(['pending', 'browser'])
    expect(visit.newCookies[0]).toContain('Max-Age=0')
  })

  it('takes no code without the right password before it', async () => {
    expect(await take(stranger(), codeOf(shownBy(secret)))).toBe('code-over')
    const forged = browserWith(['hai-long.pending=abc'])
    expect(await take(forged, codeOf(shownBy(secret)))).toBe('code-over')
  })

  it('takes a code once, also when many show it at the same moment', async () => {
    const visits = await Promise.all(Array.from({ length: 4 }, () => halfIn()))
    // Read off once: half a minute may end in between, and the app shows the next.
    const [shown, older] = [codeOf(shownBy(secret)), codeOf(shownBy(secret, -1))]
    const all = await Promise.all(visits.map((visit) => take(visit, shown)))
    expect(all.filter((one) => one === true)).toHaveLength(1)
    expect(await take(await halfIn(), shown)).toBe('code-wrong')
    // Nor one that is older than the last that was used.
    expect(await take(await halfIn(), older)).toBe('code-wrong')
  })

  it('takes one step once, whatever code is shown', async () => {
    const visit = await halfIn()
    const both = await Promise.all([
      take(visit, recovery(codes[0] ?? '')),
      take(visit, recovery(codes[1] ?? '')),
    ])
    expect(both.filter((one) => one === true)).toHaveLength(1)
    expect(await take(visit, recovery(codes[2] ?? ''))).toBe('code-over')
  })

  it('takes each recovery code once, also when many show it at the same moment', async () => {
    const visits = await Promise.all(Array.from({ length: 4 }, () => halfIn()))
    const typed = recovery((codes[3] ?? '').toUpperCase().replaceAll('-', ' '))
    const all = await Promise.all(visits.map((visit) => take(visit, typed)))
    expect(all.filter((one) => one === true)).toHaveLength(1)
    expect(await take(await halfIn(), typed)).toBe('code-wrong')
    expect(await lines('select count(*) from recovery_codes where used_at is not null')).toEqual([
      '1',
    ])
    const noted = "select count(*) from audit_events where action = 'recovery-code-used'"
    expect(await lines(noted)).toEqual(['1'])
    expect((await lines('select code_hash from recovery_codes')).join()).not.toContain(codes[3])
  })
})

describe('the half-way state', () => {
  it('is over after five wrong codes, after ten minutes, a reset and when disabled', async () => {
    const tried = await halfIn()
    const answers: unknown[] = []
    for (let i = 0; i < 5; i++) answers.push(await take(tried, codeOf('000000x')))
    expect(answers).toEqual([...Array(4).fill('code-wrong'), 'code-over'])
    expect(await take(tried, codeOf(shownBy(secret)))).toBe('code-over')

    const late = await halfIn()
    const later = Date.now() + 10 * 60_000
    expect(await takeSecondStep(codeOf(shownBy(secret)), late, later)).toMatchObject({ ok: false })

    const reset = await halfIn()
    await write(endEverything(lan.userId, Date.now()))
    expect(await take(reset, codeOf(shownBy(secret)))).toBe('code-over')

    const disabled = await halfIn()
    await write([`update users set disabled_at = 1 where id = ${lan.userId}`])
    expect(await take(disabled, codeOf(shownBy(secret)))).toBe('code-over')
  })

  it('keeps wrong codes of strangers apart in time; a known browser goes its own way', async () => {
    // One moment for all, however long the machine takes.
    const at = Date.now()
    const many = await Promise.all(Array.from({ length: 4 }, () => halfIn()))
    const tries = many.flatMap((visit) =>
      [1, 2, 3, 4].map(() => take(visit, codeOf('000000x'), at)),
    )
    const all = await Promise.all(tries)
    expect(all.filter((one) => one === 'code-soon').length).toBeGreaterThanOrEqual(8)
    const failed = "select count(*) from audit_events where action = 'second-factor-failed'"
    await expect.poll(() => lines(failed)).toEqual(['3'])
    expect(await take(await halfIn(), codeOf(shownBy(secret)), at)).toBe('code-soon')
    const known = await halfIn(knownBrowserCookie(lan.email, Date.now()))
    expect(await take(known, codeOf(shownBy(secret)), at)).toBe(true)
  })

  it('with another secret of the installation only recovery codes fit', async () => {
    await write(["update second_factors set secret = 'AAAA' || substr(secret, 5)"])
    expect(await take(await halfIn(), codeOf(shownBy(secret)))).toBe('code-wrong')
    expect(await take(await halfIn(), recovery(codes[0] ?? ''))).toBe(true)
  })
})
