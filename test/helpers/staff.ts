import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cookie, Page } from '@playwright/test'
import { type App, admin, startApp } from './app'
import { test as base } from './browser'
import { openCommands } from './commands'

export type Person = Readonly<{ email: string; password: string }>

/** An office with figures of every size, and somebody of every kind to look at them. */
export type Office = App & Readonly<{ viewer: Person; clerk: Person; head: Person }>

/**
 * Answers in March of a year: hidden, the smallest shown, the last without a rate, the first with one. Those under five
 * and those beside them are at units of their own: within one unit, a hidden year hides its neighbour.
 */
export const counts = [
  { unit: 'bon', name: 'Xã Bốn', year: 2015, n: 4 },
  { unit: 'nam', name: 'Xã Năm', year: 2016, n: 5 },
  { unit: 'nho', name: 'Xã Nhỏ', year: 2017, n: 29 },
  { unit: 'nho', name: 'Xã Nhỏ', year: 2018, n: 30 },
] as const

/** Two units under `lon`, each with a hundred answers in March 2024, of which so many are satisfied. */
const ranked = [
  ['lon-a', 'Xã An', 60],
  ['lon-b', 'Xã Bình', 90],
] as const

const staff = [
  ['xem@xa.gov.vn', 'viewer', 'nho'],
  ['nhap@xa.gov.vn', 'clerk', 'office'],
  ['lanhdao@xa.gov.vn', 'leader', 'office'],
] as const

const countsHeader = 'month,very_dissatisfied,dissatisfied,neither,satisfied,very_satisfied'

/** A staff test has an office of its own instead of the empty one; its people sign in as anybody does. */
export const test = base.extend<object, { office: Office }>({
  office: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern
    async ({}, use) => {
      const office = await openOffice()
      await use(office)
      await office.stop()
      office.remove()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ office }, use) => use(office.origin),
})

/** Fills in the form of the sign-in, wherever it is. */
export async function signIn(page: Page, person: Person = admin): Promise<void> {
  await page.getByLabel(/^(Thư điện tử|E-mail|អ៊ីមែល)$/).fill(person.email)
  await page.getByLabel(/^(Mật khẩu|Password|ពាក្យសម្ងាត់)$/).fill(person.password)
  // The form asks the server before it goes: whoever leads the page elsewhere at once would keep it from going.
  const sent = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: /^(Đăng nhập|Sign in|ចូលប្រើ)$/ }).click()
  await sent
}

// The last session of everybody, by e-mail address: those of a worker mostly have one server.
const sessions = new Map<string, Cookie>()

/** Opens a page behind the sign-in as this person, who signs in where the session of an earlier test does not hold. */
export async function openAs(page: Page, path: string, person: Person = admin): Promise<void> {
  const context = page.context()
  const session = sessions.get(person.email)
  if (session) await context.addCookies([session])
  await page.goto(path)
  if (new URL(page.url()).pathname === '/sign-in') await signIn(page, person)
  await page.waitForURL((url) => url.pathname === new URL(path, url).pathname)
  const own = (await context.cookies()).find(({ name }) => name === 'hai-long.session')
  if (own) sessions.set(person.email, own)
}

async function openOffice(): Promise<Office> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-staff-'))
  const count = (unit: string, lines: string) => {
    const file = join(dataDir, `${unit}.csv`)
    writeFileSync(file, lines)
    return ['import-tally', file, '--survey', 'kiosk-1', '--unit', unit]
  }
  const add = ([email, role, unit]: readonly [string, string, string]) => [
    'user',
    'add',
    email,
    '--role',
    role,
    '--unit',
    unit,
  ]
  const commands = openCommands({ DATA_DIR: dataDir })
  const passwords: string[] = []
  for (const [name = '', ...args] of [
    ['unit', 'add', 'opg', 'Văn phòng lớn'],
    ['import-dossiers', 'test/data/tan-hiep-2020.json'],
    ['import-tally', 'test/data/govuk-use-an-lpa.csv', '--survey', 'kiosk-1', '--unit', 'opg'],
    ...[...new Map(counts.map((one) => [one.unit, one.name]))].flatMap(([unit, name]) => [
      ['unit', 'add', unit, name],
      count(unit, smallCounts(unit)),
    ]),
    ['unit', 'add', 'lon', 'Tỉnh Lớn'],
    ...ranked.flatMap(([code, name, satisfied]) => [
      ['unit', 'add', code, name, '--parent', 'lon'],
      count(code, `${countsHeader}\n2024-03,${100 - satisfied},0,0,${satisfied},0`),
    ]),
    ...staff.map(add),
  ]) {
    const { code, output } = await commands.run(name, ...args)
    if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}:\n${output}`)
    passwords.push(...[...output.matchAll(/Password\s+(\S+)/g)].map(([, word = '']) => word))
  }
  commands.end()
  const [viewer, clerk, head] = staff.map(([email], i) => ({ email, password: passwords[i] ?? '' }))
  if (!viewer || !clerk || !head) throw new Error('somebody is missing')
  return { ...(await startApp({ dataDir })), viewer, clerk, head }
}

/** One month of each year, everybody satisfied but one. */
function smallCounts(unit: string): string {
  const lines = counts.flatMap((one) =>
    one.unit === unit ? [`${one.year}-03,0,1,0,${one.n - 1},0`] : [],
  )
  return [countsHeader, ...lines].join('\n')
}
