import { setTimeout as pause } from 'node:timers/promises'
import { type By, breakdowns } from '@/domain/figure'
import type { Period } from '@/domain/period'
import { type Calendar, type PresetKind, presetPeriod } from '@/domain/period-preset'
import { makeResponseId } from '@/lib/response-id'
import { quantile } from './load'
import { communesOf, provinceCode } from './province/plan'
import type { ProvinceData } from './province-data'
import { layOut, mebibytes } from './table'
import { open, startWatchedApp, type WatchedApp } from './watched-app'

type Look = Readonly<{ unit: string; by: By; period: Period }>

const kinds: readonly PresetKind[] = ['month', 'quarter', 'half-year', 'nine-months', 'year']
const calendars: readonly Calendar[] = ['calendar', 'decree']
const periods = calendars.flatMap((calendar) =>
  kinds.map((kind) => presetPeriod(calendar, kind, 2025)),
)
const communes = communesOf(1).map(({ code }) => code)

/** Every period by every dimension for the province; every commune once, with these in turn. */
const looks: readonly Look[] = [
  ...periods.flatMap((period) => breakdowns.map((by) => ({ unit: provinceCode, by, period }))),
  ...communes.map((unit, i) => ({
    unit,
    by: breakdowns[i % breakdowns.length] ?? 'total',
    period: periods[i % periods.length] ?? presetPeriod('calendar', 'year', 2025),
  })),
]

/** The interface's figures over `many` responses beside those over ten thousand, look by look in turn. */
export async function dashboards(data: ProvinceData, many: number): Promise<string> {
  const start = async () =>
    [
      await startWatchedApp(await data.of(10_000)),
      await startWatchedApp(await data.of(many)),
    ] as const
  const atOnce: number[] = []
  for (const app of await start()) {
    atOnce.push(await look(app, yearOfProvince))
    await app.stop()
  }
  const apps = await start()
  try {
    // What a start reads ahead has come to its end by then.
    await pause(10_000)
    const first: number[] = []
    for (const app of apps) first.push(await look(app, yearOfProvince))
    const { times, held } = await lookAtAll(apps)
    const rows = [
      row('first look, at once after the start', [atOnce[0] ?? 0], [atOnce[1] ?? 0]),
      row('first look, ten seconds after it', [first[0] ?? 0], [first[1] ?? 0]),
      ...moments.flatMap((moment) =>
        places.map((place) => row(`${moment}, ${place}`, ...times[moment][place])),
      ),
    ]
    const head = ['rates', '10,000 ms', 'p95', `${many.toLocaleString('en')} ms`, 'p95', 'ratio']
    const longest = `The event loop was held for ${held.map((ms) => ms.toFixed(0)).join(' / ')} ms at most.`
    return `${layOut([[...head, 'ratio p95'], ...rows])}\n${looks.length} looks each. ${longest}`
  } finally {
    for (const app of apps) await app.stop()
  }
}

const yearOfProvince: Look = {
  unit: provinceCode,
  by: 'total',
  period: presetPeriod('calendar', 'year', 2025),
}

/** Nobody has opened this period by this dimension yet; somebody has answered since it was opened; nobody has. */
const moments = ['opened first', 'after an answer', 'nobody having answered'] as const
const places = ['the province', 'a commune'] as const

type Pair = [few: number[], many: number[]]

async function lookAtAll(apps: readonly [WatchedApp, WatchedApp]) {
  const atPlaces = (): Record<(typeof places)[number], Pair> => ({
    'the province': [[], []],
    'a commune': [[], []],
  })
  const times: Record<(typeof moments)[number], ReturnType<typeof atPlaces>> = {
    'opened first': atPlaces(),
    'after an answer': atPlaces(),
    'nobody having answered': atPlaces(),
  }
  for (const app of apps) await app.watch()
  for (const one of looks) {
    const place = one.unit === provinceCode ? 'the province' : 'a commune'
    for (const [i, app] of apps.entries()) {
      for (const moment of moments) {
        if (moment === 'after an answer') await answer(app, 'kiosk-1')
        times[moment][place][i]?.push(await look(app, one))
      }
    }
  }
  const held: number[] = []
  for (const app of apps) held.push((await app.watch()).longest)
  return { times, held }
}

const look = (app: WatchedApp, { unit, by, period }: Look): Promise<number> =>
  open(app, `/api/v1/rates?${new URLSearchParams({ survey: 'kiosk-1', unit, by, ...period })}`)

/** Somebody answers in one commune. */
async function answer(app: WatchedApp, survey: 'kiosk-1' | 'desk-11'): Promise<void> {
  const now = Date.now()
  const answers = survey === 'kiosk-1' ? { overall: 4 } : { q8: 4 }
  const body = {
    ...{ id: makeResponseId(now), surveyVersionId: `${survey}@1`, door: 'xa-001.mot-cham.1' },
    ...{ locale: 'vi', answers, startedAt: now - 9000, answeredAt: now - 1000, sentAt: now },
  }
  const { status } = await fetch(`${app.origin}/api/v1/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (status !== 201) throw new Error(`the answer met ${status}`)
}

function row(name: string, few: number[], many: number[]): string[] {
  const at = (share: number) => [quantile(few, share), quantile(many, share)] as const
  const [[a, b], [a95, b95]] = [at(0.5), at(0.95)]
  return [
    ...[name, a.toFixed(1), a95.toFixed(1), b.toFixed(1), b95.toFixed(1)],
    ...[(b / a).toFixed(2), (b95 / a95).toFixed(2)],
  ]
}

/** The overview over a hundred thousand responses of eleven questions: one viewer, and eight at once. */
export async function overview(data: ProvinceData): Promise<string> {
  const app = await startWatchedApp(await data.of(100_000, 'eleven'))
  const rows: string[][] = []
  try {
    for (const unit of [provinceCode, communes[0] ?? '']) {
      const path = `/dashboard?${new URLSearchParams({ survey: 'desk-11', unit, from: '2025-01-01', to: '2025-12-31' })}`
      const view = () => open(app, path)
      const first = await view()
      const idle = await app.watch(true)
      const kept = await repeat(15, view)
      const anew = await repeat(15, async () => {
        await answer(app, 'desk-11')
        return view()
      })
      const atOnce = await repeat(5, () => eight(view))
      const afterAnswer = await repeat(5, async () => {
        await answer(app, 'desk-11')
        return eight(view)
      })
      const peak = await app.watch()
      const after = await app.watch(true)
      rows.push([
        unit,
        ...[first, quantile(kept, 0.5), quantile(anew, 0.5)].map((ms) => ms.toFixed(0)),
        ...[atOnce, afterAnswer].map((all) => quantile(all, 0.5).toFixed(0)),
        mebibytes(after.heapUsed - idle.heapUsed),
        mebibytes(peak.rss - idle.rss),
        peak.longest.toFixed(0),
      ])
    }
  } finally {
    await app.stop()
  }
  const head = ['overview, 100,000 of 11', 'first ms', 'kept', 'after an answer']
  return layOut([
    [...head, 'eight at once', 'eight after one', 'heap kept', 'process more', 'loop held ms'],
    ...rows,
  ])
}

const eight = async (view: () => Promise<number>): Promise<number> =>
  Math.max(...(await Promise.all(Array.from({ length: 8 }, view))))

async function repeat(times: number, measure: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push(await measure())
  return all
}
