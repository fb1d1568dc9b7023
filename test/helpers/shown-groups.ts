import { database } from '@/db/client'
import { listFigures, readRates } from '@/db/rates/figures'
import type { By, Figures } from '@/domain/figure'
import { firstDayOf, type HalfMonths, halfMonthOf, lastDayOf } from '@/domain/period'
import { isSmallGroup } from '@/domain/rate'
import { arrival, scopeAt, unitCodes } from './district'

/** A response as a plain query finds it. */
type Found = Readonly<{
  unit: string
  under: ReadonlySet<string>
  half: number
  keys: Map<By, string[]>
}>

/** People behind a row that is shown, as bits. `what` is its breakdown and key, without unit and period. */
export type Group = Readonly<{
  what: string
  by: By
  place: string
  unit: string
  people: bigint
  n: number
}>

const above: Record<string, readonly string[]> = {
  tinh: ['tinh'],
  'xa-a': ['xa-a', 'tinh'],
  'xa-b': ['xa-b', 'tinh'],
  'xa-b-1': ['xa-b-1', 'xa-b', 'tinh'],
}

async function readResponses(): Promise<Found[]> {
  const { rows } = await database().$client.execute(
    `select u.code as unit, r.answered_on as day, d.code as desk, f.code as field, r.touchpoint, r.channel, r.answers
      from responses r join units u on u.id = r.unit_id left join desks d on d.id = r.desk_id
        left join fields f on f.id = r.field_id`,
  )
  return rows.map((row) => {
    const answers = JSON.parse(String(row.answers)) as Record<string, unknown>
    const unit = String(row.unit)
    return {
      unit,
      under: new Set(above[unit]),
      half: halfMonthOf(String(row.day)),
      keys: new Map<By, string[]>([
        ['total', ['']],
        ['desk', [`${unit}/${row.desk ?? 'unknown'}`]],
        ['field', [String(row.field ?? 'unknown')]],
        ['touchpoint', [String(row.touchpoint ?? 'unknown')]],
        ['channel', [String(row.channel)]],
        ['month', [String(row.day).slice(0, 7)]],
        ['fact', ['q5', 'q6'].flatMap((q) => (answers[q] ? [`${q}:${answers[q]}`] : []))],
        ['question', ['q2', 'q3', 'q4', 'q7', 'q8'].filter((q) => Number.isInteger(answers[q]))],
      ]),
    }
  })
}

const bys: readonly By[] = [
  'total',
  'unit',
  'desk',
  'field',
  'touchpoint',
  'channel',
  'month',
  'fact',
  'question',
]

/** Every row that anybody can see who sees the whole province: all units, breakdowns and unions of these half-months. */
export async function listShownGroups({ first, last }: HalfMonths): Promise<Group[]> {
  const responses = await readResponses()
  const scope = await scopeAt('tinh')
  const groups: Group[] = []
  for (let a = first; a <= last; a++) {
    for (let b = a; b <= last; b++) {
      for (const unit of unitCodes) {
        const period = { from: firstDayOf(a), to: lastDayOf(b) }
        const reading = await readRates(scope, { survey: 'desk-8', unit, ...period, locale: 'vi' })
        if (!reading.ok) throw new Error('no such view')
        for (const figures of await listFigures(reading.value, bys, arrival)) {
          const within = (one: Found) => one.half >= a && one.half <= b
          groups.push(
            ...groupsOf(
              figures,
              unit,
              responses.map((one) => (within(one) ? one : null)),
            ),
          )
        }
      }
    }
  }
  return groups
}

function groupsOf(figures: Figures, unit: string, responses: readonly (Found | null)[]): Group[] {
  const { by, period } = figures
  const rows = by === 'total' ? [figures.total] : figures.rows
  return rows.flatMap((row) => {
    if (row.status === 'suppressed' || row.status === 'none') return []
    const isOwn = by === 'unit' && row.key === unit
    const scopeUnit = by === 'unit' && !isOwn ? row.key : unit
    const key =
      by === 'total' || by === 'unit' ? '' : by === 'desk' ? deskKey(row.key, unit) : row.key
    let people = 0n
    let n = 0
    responses.forEach((one, i) => {
      const isHere = one && (isOwn ? one.unit === unit : one.under.has(scopeUnit))
      if (!isHere || !one.keys.get(by === 'unit' ? 'total' : by)?.includes(key)) return
      people |= 1n << BigInt(i)
      n++
    })
    if (n !== row.n) throw new Error(`${by} ${row.key} of ${unit}: ${row.n} shown, ${n} counted`)
    const isEverybody = by === 'total' || by === 'unit' || by === 'month'
    const what = isEverybody ? 'everybody' : `${by} ${key}`
    return [{ what, by, place: `${unit} ${period.from} ${period.to}`, unit, people, n }]
  })
}

const deskKey = (key: string, unit: string) => (key.includes('/') ? key : `${unit}/${key}`)

const places: readonly By[] = ['desk', 'field', 'touchpoint', 'channel']

/**
 * Two shown groups, one inside the other, that differ by one to four people: the same thing in other units and periods,
 * anything beside everybody, and desks, fields, touchpoints and channels on one page.
 */
export function findPair(groups: readonly Group[]): string | undefined {
  for (const whole of groups) {
    const part = groups.find(
      (one) =>
        isSmallGroup(whole.n - one.n) &&
        isBeside(whole, one) &&
        (one.people & whole.people) === one.people,
    )
    if (part)
      return `${whole.what} (${whole.place}, ${whole.n}) less ${part.what} (${part.place}, ${part.n})`
  }
  return undefined
}

function isBeside(whole: Group, part: Group): boolean {
  if (whole.by === 'question' || part.by === 'question') return whole.what === part.what
  if (whole.what === 'everybody' || whole.what === part.what) return true
  return whole.place === part.place && places.includes(whole.by) && places.includes(part.by)
}

/** A page's everybody less what one table of the page shows. */
export function findRest(groups: readonly Group[]): string | undefined {
  const pages = new Map<string, Group[]>()
  for (const group of groups) pages.set(group.place, [...(pages.get(group.place) ?? []), group])
  for (const [place, page] of pages) {
    const total = page.find(({ by }) => by === 'total')
    if (!total) continue
    for (const by of [...places, 'unit', 'month'] as const) {
      const shown = page.filter((one) => one.by === by)
      const left = shown.reduce((rest, { people }) => rest & ~people, total.people)
      const n = [...left.toString(2)].filter((bit) => bit === '1').length
      if (isSmallGroup(n)) return `${place} less its shown ${by}s leaves ${n}`
    }
  }
  return undefined
}
