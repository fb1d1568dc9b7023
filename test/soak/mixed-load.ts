import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type App, admin } from '@/test/helpers/app'
import { signIn } from '@/test/helpers/sign-in'
import { startWatchedApp, type WatchedApp } from '../bench/watched-app'
import { faultsIn, type Ledger, openLedger, settle } from './ledger'
import type { Outcome } from './outcome'

/**
 * What may grow in an hour, by a straight line through the second half of the samples. Of memory that is the heap after a
 * collection: what the process holds beside it is garbage, which rises and falls by a hundred megabytes and more.
 */
const bounds = { heapMb: 40, descriptors: 60 }

/** What the process may hold at most in the second half, beyond the most it held in the first. */
const mostRssMb = 60

type Sample = Readonly<{
  minute: number
  rssMb: number
  /** After a collection, which is asked for once a minute. */
  heapMb: number
  descriptors: number
  stored: number
}>

/** A part of an office's day, and the milliseconds between two of its kind. */
type Doing = Readonly<{ every: number; run: () => Promise<string | undefined> }>

/** So many minutes of everything at once at a bounded rate: nothing lost, and no memory or descriptor left behind. */
export async function mixedLoad({ minutes, seed }: { minutes: number; seed: number }) {
  const app = await startWatchedApp()
  const ledger = openLedger(seed)
  const [faults, counts]: [string[], Record<string, number>] = [[], {}]
  const samples: Sample[] = []
  const until = Date.now() + minutes * 60_000
  try {
    const doings = Object.entries(await dayAt(app, ledger))
    await Promise.all([
      ...doings.map(([name, doing]) => repeat(name, doing)),
      sampleAll(app, ledger, until, samples),
    ])
    faults.push(...(await settle(ledger, app.origin)))
    faults.push(...(await faultsIn(`${app.dataDir}/hai-long.db`, ledger)), ...judge(samples))
    const done = Object.entries(counts).map(([name, n]) => `${n} ${name}`)
    const did = `${minutes} minutes: ${done.join(', ')}`
    return { part: 'mixed load', did, faults, series: seriesOf(samples) } satisfies Outcome
  } finally {
    await app.stop()
    app.remove()
  }

  async function repeat(name: string, { every, run }: Doing): Promise<void> {
    while (Date.now() < until) {
      const fault = await run().catch((error: unknown) => String(error))
      counts[name] = (counts[name] ?? 0) + 1
      if (fault && faults.length < 20) faults.push(`${name}: ${fault}`)
      await pause(every)
    }
  }
}

async function dayAt(app: App, ledger: Ledger): Promise<Record<string, Doing>> {
  const { origin } = app
  const cookie = await signIn(app)
  const open = (path: string, expected = 200) => opened(`${origin}${path}`, expected, { cookie })
  const post = async () => {
    const { status } = await ledger.send(origin, ledger.next())
    return status === 201 ? undefined : `${status}`
  }
  const wrong = { ...admin, password: 'mot-mat-khau-khong-dung' }
  return {
    responses: { every: 80, run: post },
    'more responses': { every: 80, run: post },
    'forms without scripts': { every: 500, run: () => sendForm(origin, ledger) },
    'survey pages': { every: 300, run: () => open('/s/desk-8') },
    dashboards: { every: 700, run: () => open('/dashboard') },
    rates: { every: 900, run: () => open(`/api/v1/rates?${thisYear()}`) },
    'CSV exports': { every: 5000, run: () => open('/dashboard/export/responses.csv') },
    'Excel exports': { every: 9000, run: () => open('/dashboard/export/figures.xlsx') },
    'sign-ins': { every: 6000, run: async () => void (await signIn(app)) },
    'wrong passwords': {
      every: 20_000,
      run: async () => void (await signIn(app, wrong).catch(String)),
    },
    'missing pages': { every: 2000, run: () => open('/s/nowhere', 404) },
    'malformed bodies': { every: 1000, run: () => sendBroken(origin) },
  }
}

const thisYear = () => {
  const year = new Date().getFullYear()
  return `survey=kiosk-1&unit=office&from=${year}-01-01&to=${year}-12-31&by=channel`
}

async function opened(
  url: string,
  expected: number,
  headers: Record<string, string>,
): Promise<string | undefined> {
  const answer = await fetch(url, { headers, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status === expected ? undefined : `${url} answered ${answer.status}`
}

/** As a browser without scripts does: it opens the form, and sends what stands hidden in it with an answer. */
async function sendForm(origin: string, ledger: Ledger): Promise<string | undefined> {
  const page = await (await fetch(`${origin}/s/kiosk-1`)).text()
  const form = new URLSearchParams({ 'answers.overall': '5' })
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    form.set(/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  const answer = await fetch(`${origin}/s/kiosk-1/send`, {
    method: 'POST',
    redirect: 'manual',
    body: form,
  })
  const isTaken = answer.status === 303 && answer.headers.get('location')?.endsWith('/thanks')
  if (!isTaken) return `the form answered ${answer.status} ${answer.headers.get('location')}`
  ledger.adopt([...form.values()].find((value) => /^[0-9a-f-]{36}$/.test(value)) ?? '')
  return undefined
}

async function sendBroken(origin: string): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/api/v1/responses`, {
    method: 'POST',
    headers,
    body: '{"id"',
  })
  return answer.status === 400 ? undefined : `${answer.status}`
}

async function sampleAll(
  app: WatchedApp,
  ledger: Ledger,
  until: number,
  samples: Sample[],
): Promise<void> {
  if (!existsSync('/proc/self/status')) return
  const [from, pause10] = [Date.now(), 10_000]
  let heapMb = 0
  for (let n = 0; Date.now() < until; n++) {
    await pause(Math.min(pause10, Math.max(1, until - Date.now())))
    if (n % 6 === 0) heapMb = (await app.watch(true)).heapUsed / 2 ** 20
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1]
    samples.push({
      minute: (Date.now() - from) / 60_000,
      rssMb: Number(kb) / 1024,
      heapMb,
      descriptors: readdirSync(`/proc/${app.pid}/fd`).length,
      stored: ledger.acknowledged.size,
    })
  }
}

/** A start fills caches: only what still grows in the second half is taken for a leak, and only over ten minutes. */
function judge(samples: readonly Sample[]): string[] {
  const late = samples.slice(Math.floor(samples.length / 2))
  if ((samples.at(-1)?.minute ?? 0) < 9.5) return []
  const growing = (['heapMb', 'descriptors'] as const).flatMap((key) => {
    const hourly = slope(late.map((sample) => [sample.minute / 60, sample[key]]))
    return hourly > bounds[key] ? [`${key} grows by ${hourly.toFixed(1)} an hour`] : []
  })
  const most = (some: readonly Sample[]) => Math.max(...some.map(({ rssMb }) => rssMb))
  const more = most(late) - most(samples.slice(0, samples.length - late.length))
  return more > mostRssMb ? [...growing, `the process held ${more.toFixed(0)} MB more`] : growing
}

/** Of the straight line that fits the points best. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const product = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return product / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

/** At most thirty lines. */
function seriesOf(samples: readonly Sample[]): string[] {
  const late = samples.slice(Math.floor(samples.length / 2))
  const hourly = (key: 'heapMb' | 'descriptors') =>
    slope(late.map((sample) => [sample.minute / 60, sample[key]])).toFixed(1)
  const step = Math.max(1, Math.ceil(samples.length / 30))
  return [
    'minute  heap MB  RSS MB  descriptors  acknowledged',
    ...samples
      .filter((_, index) => index % step === 0 || index === samples.length - 1)
      .map(({ minute, heapMb, rssMb, descriptors, stored }) =>
        [
          minute.toFixed(1).padStart(6),
          heapMb.toFixed(0).padStart(8),
          rssMb.toFixed(0).padStart(7),
          String(descriptors).padStart(12),
          String(stored).padStart(13),
        ].join(' '),
      ),
    `second half, an hour: heap ${hourly('heapMb')} MB, descriptors ${hourly('descriptors')}`,
  ]
}
