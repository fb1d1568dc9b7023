import { type BrowserContext, expect, type Page } from '@playwright/test'
import { localDay, monthPeriod } from '@/domain/period'
import { send } from '../helpers/access/ask'
import { idOf } from '../helpers/envelopes'
import { findFileHarm, textsIn } from '../helpers/hostile/files'
import { findChanged, lookAt, watchFor } from '../helpers/hostile/looked-at'
import { codeIn, fillForms, type HostileOffice, test } from '../helpers/hostile/office'
import { looksLike, markIn, payloads } from '../helpers/hostile/payloads'
import { openRoutes } from '../http/access/open'
import { pages } from '../http/access/pages'

// What is not there answers 404 here as everywhere.
test.use({ allowedErrors: ['status of 404', 'status of 410'] })
test.describe.configure({ mode: 'serial' })

// A language is sentences in a file, without markup or code of its own; Khmer falls back to others where it has none.
const languages = ['vi', 'km'] as const
const today = localDay(Date.now())
const thisMonth = monthPeriod(today.slice(0, 7))
const seen = new Set<number>()

// One of them says that a page broke, with the status of that.
const openPaths = Object.values(openRoutes)
  .flat()
  .flatMap(({ ask: { path, form } }) => (form || path === '/fault' ? [] : [path]))

/** Every address that the table of access names of this kind, at the unit in the middle. */
const addresses = ({ office }: HostileOffice, ...kinds: readonly string[]): string[] => {
  const asked = Object.values(pages)
    .flat()
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ ask }) => ask(office.own, office.top, 0).path)
  return [...new Set(asked)]
}

const signedIn = async (context: BrowserContext, { app, cookie }: HostileOffice) => {
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: app.origin }
  })
  await context.addCookies(cookies)
}

/** Opens each of the addresses; answers what came of texts that means harm, or what is not shown as it was typed. */
async function visit(page: Page, paths: readonly string[], { typist }: HostileOffice) {
  const wrong: string[] = []
  for (const path of paths) {
    await page.goto(path)
    const { harm, texts } = await lookAt(page)
    const found = [...harm, ...findChanged(texts, typist.typed, seen)]
    wrong.push(...found.map((what) => `${path}: ${what}`))
  }
  return wrong
}

test('every form takes it, and keeps it as text', async ({ hostile }) => {
  expect(await fillForms(hostile)).toEqual([])
})

test('a comment is taken as text with JavaScript, without, and from a tablet', async ({
  page,
  browser,
  hostile,
  watched,
}) => {
  const { app, typist } = hostile
  const watch = watchFor(page.context(), app.origin)
  const comment = typist.next()
  await page.goto('/s/zkown.kiosk-1')
  await page.getByRole('radio').first().check()
  await page.getByRole('textbox').fill(comment.replace('\0', ''))
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cảm ơn/)

  const plain = watched(await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false }))
  const form = await plain.newPage()
  await form.goto('/s/zkown.kiosk-1')
  const last = typist.next()
  for (const text of ['</textarea><b data-hit>', '<!--', '\u202E"><b data-hit>', last]) {
    await form.getByRole('textbox').fill(text)
    await form.getByRole('button', { name: 'Gửi ý kiến' }).click()
    // A level is missing: the form comes back with what was typed.
    await expect(form.locator('#error-summary')).toBeVisible()
    await expect(form.locator('[data-hit]')).toHaveCount(0)
    expect(looksLike(await form.getByRole('textbox').inputValue())).toBe(looksLike(text))
  }
  await form.getByRole('radio').first().check()
  await form.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await expect(form.getByRole('heading', { level: 1 })).toHaveText(/Cảm ơn/)
  await plain.close()
  expect(watch).toEqual([])

  // As a tablet sends it. A month with fewer than ten is not shown.
  for (let n = 0; n < 12; n++) expect(await sendComment(app.origin, typist.next())).toBe(201)
})

for (const language of languages) {
  test(`every page shows it as text, in ${language}`, async ({ browser, hostile, watched }) => {
    const { app, landings } = hostile
    const month = `from=${thisMonth.from}&to=${thisMonth.to}`
    const paths = [
      ...addresses(hostile, 'page'),
      ...(language === 'vi' ? landings : landings.filter((path) => path.includes('draft='))),
      `/dashboard/comments?unit=zkown&survey=kiosk-1&${month}`,
      ...openPaths.filter((path) => !/^\/api\/|\.woff2$/.test(path)),
    ]
    const context = watched(await browser.newContext({ baseURL: app.origin }))
    await signedIn(context, hostile)
    await context.addCookies([{ name: 'lang', value: language, url: app.origin }])
    const watch = watchFor(context, app.origin)
    const halves = [0, 1].map((odd) => paths.filter((_, index) => index % 2 === odd))
    const wrong = await Promise.all(
      halves.map(async (half) => visit(await context.newPage(), half, hostile)),
    )
    await context.close()
    expect([...wrong.flat(), ...watch]).toEqual([])
  })
}

test('no file runs it, and every file says it, whatever the unit is called', async ({
  hostile,
}) => {
  const { app, cookie, office, typist } = hostile
  const files = addresses(hostile, 'file')
  const wrong: string[] = []
  for (const _ of payloads) {
    const name = typist.next()
    const path = `/dashboard/units/${office.own.unit}/facts`
    const form = { name, level: 'xa', validFrom: '', validTo: '' }
    expect((await send(app.origin, { path, form }, cookie)).status).toBe(303)
    const found = await Promise.all(files.map((file) => lookInto(file, hostile)))
    const said = found.flatMap(({ texts }) => texts).filter((text) => text.includes(markIn(name)))
    // In the figures' CSV, their workbook and the report.
    if (said.length < 3) wrong.push(`${name} is said ${said.length} times`)
    wrong.push(...found.flatMap(({ harm }) => harm))
  }
  expect(wrong).toEqual([])
})

async function lookInto(path: string, { app, cookie, typist }: HostileOffice) {
  const answer = await fetch(app.origin + path, { headers: { cookie } })
  const name = path.split('?')[0] ?? ''
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.status !== 200) return { harm: [`${name}: ${answer.status}`], texts: [] }
  const texts = textsIn(name, bytes)
  const harm = [...findFileHarm(name, bytes), ...findChanged(texts, typist.typed, seen)]
  return { harm: harm.map((what) => `${name}: ${what}`), texts }
}

test('no interface answers with anything but JSON that nobody takes for a page', async ({
  hostile,
}) => {
  const { app, cookie, typist } = hostile
  const paths = [
    ...addresses(hostile, 'api'),
    ...openPaths.filter((path) => path.startsWith('/api/v1/')),
  ]
  const wrong: string[] = []
  for (const path of paths) {
    const { headers, text } = await send(app.origin, { path }, cookie)
    const type = headers.get('content-type') ?? ''
    const isSafe = /^application\/(problem\+)?json/.test(type)
    if (!isSafe || headers.get('x-content-type-options') !== 'nosniff')
      wrong.push(`${path}: ${type}`)
    wrong.push(
      ...findChanged(stringsIn(JSON.parse(text)), typist.typed, seen).map(
        (what) => `${path}: ${what}`,
      ),
    )
  }
  expect(wrong).toEqual([])
})

/** As a tablet or a page with JavaScript sends it. */
async function sendComment(origin: string, comment: string): Promise<number> {
  const at = Date.now()
  const envelope = {
    ...{ id: idOf(comment), surveyVersionId: 'kiosk-1@1', door: 'zkown.kiosk-1' },
    ...{ answers: { overall: 2, comment }, locale: 'vi' },
    ...{ startedAt: at - 9000, answeredAt: at, sentAt: at },
  }
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(envelope)
  return (await fetch(`${origin}/api/v1/responses`, { method: 'POST', headers, body })).status
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value ? Object.values(value).flatMap(stringsIn) : []
}

test('a tablet shows the names of its place as text', async ({ page, hostile }) => {
  const { app, cookie, office, typist } = hostile
  const watch = watchFor(page.context(), app.origin)
  const form = { desk: `${office.own.deskId}`, surveys: ['kiosk-1'], name: typist.next() }
  const made = await send(app.origin, { path: '/dashboard/devices/code', form }, cookie)
  await page.goto('/kiosk')
  await page.getByLabel('Mã đăng ký').fill(codeIn(made.headers) ?? '')
  await page.getByLabel('Mã PIN của cán bộ').fill('246810')
  await page.getByLabel('Nhập lại mã PIN').fill('246810')
  await page.getByRole('button', { name: 'Đăng ký máy này' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('«')
  const { harm, texts } = await lookAt(page)
  expect([...harm, ...watch]).toEqual([])
  expect(findChanged(texts, typist.typed, seen)).toEqual([])
})

test('each that a form took is seen somewhere', async ({ page, hostile }) => {
  await signedIn(page.context(), hostile)
  expect(await visit(page, ['/dashboard/devices'], hostile)).toEqual([])
  const { typist, founded } = hostile
  expect(typist.typed.filter((_, n) => n >= founded && !seen.has(n))).toEqual([])
})
