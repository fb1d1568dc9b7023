import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmallGroup } from '@/domain/rate'
import { listShown, people, type Shown } from '../helpers/random-office'

/** Any two rows, of whatever units and tables and of a period and one inside it, that differ by one to four people. */
function findPair(rows: readonly Shown[]): string | undefined {
  const sorted = rows.toSorted((a, b) => a.n - b.n)
  let start = 0
  for (const whole of sorted) {
    while (whole.n - (sorted[start]?.n ?? 0) > 4) start++
    for (let i = start; (sorted[i]?.n ?? whole.n) < whole.n; i++) {
      const part = sorted[i]
      if (part && part.from >= whole.from && part.to <= whole.to && isWithin(part, whole)) {
        return `${whole.name} (${whole.n}) less ${part.name} (${part.n})`
      }
    }
  }
  return sorted.find(({ n }) => isSmallGroup(n))?.name
}

const isWithin = (part: Shown, whole: Shown) => (part.people & whole.people) === part.people

/** A page's everybody (or an item) less what one table shows of it. */
function findRest(rows: readonly Shown[]): string | undefined {
  const tables = new Map<string, Shown[]>()
  for (const row of rows) {
    const key = `${row.page}/${row.table}`
    tables.set(key, [...(tables.get(key) ?? []), row])
  }
  for (const [key, parts] of tables) {
    const [page, table = ''] = key.split('/')
    const item = table.startsWith('unit ') ? table.slice(5) : ''
    const whole = rows.find(
      (row) =>
        row.page === page &&
        (item === '' ? row.table === 'total' : row.name === `${item} of ${page}`),
    )
    const left = (whole?.n ?? 0) - parts.reduce((sum, { n }) => sum + n, 0)
    if (whole && isSmallGroup(left)) return `${whole.name} less its ${table}s leaves ${left}`
  }
  return undefined
}

test('no two rows that are shown, nor a whole less its shown parts, give a group of one to four', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(people, (counts) => {
      const rows = listShown(counts)
      expect([findPair(rows), findRest(rows)]).toEqual([undefined, undefined])
    }),
    { numRuns: 100, seed: 11 },
  )
})

test('with small groups hidden one by one the search finds some', () => {
  const some = fc
    .sample(people, { numRuns: 10, seed: 11 })
    .map((one) => listShown(one, { isTimeless: true }))
  expect(some.map(findPair)).not.toContain(undefined)
  expect(some.map(findRest).some((found) => found !== undefined)).toBe(true)
})
