import { expect, test } from 'vitest'
import {
  january2025,
  listPeople,
  measure,
  type Office,
  openOffice,
} from '../helpers/measured-office'

const shares = {
  channel: [60, 30, 10],
  field: [30, 25, 20, 15, 7, 3],
  touchpoint: [50, 20, 15, 10, 5],
  desk: [40, 30, 20, 10],
}

const offices: (Office & { kind: string })[] = [
  {
    kind: 'usual',
    name: 'two communes of the demonstration',
    people: { 2: () => 60, 3: () => 35 },
    shares,
  },
  { kind: 'small', name: 'a small office', people: { 1: () => 8 }, shares },
  { kind: 'usual', name: 'a commune of 1,300 a year', people: { 1: () => 54 }, shares },
  {
    kind: 'sparse',
    name: 'a unit with gaps and a rare channel',
    people: { 1: (half) => (half % 7 < 2 ? 0 : 20) },
    shares: { ...shares, channel: [70, 28, 2] },
  },
  {
    kind: 'sparse',
    name: 'a province of five communes, one of which began late and one ended',
    people: {
      1: () => 3,
      2: () => 40,
      3: () => 25,
      4: (half) => (half < 26 ? 0 : 12),
      5: (half) => (half > 19 ? 0 : 15),
      6: () => 9,
    },
    shares,
  },
]

const stretches = (length: number, from = 0, to = 48) =>
  Array.from({ length: Math.floor((to - from) / length) }, (_, i) => ({
    first: january2025 + from + i * length,
    last: january2025 + from + (i + 1) * length - 1,
  }))

const periods = {
  'open year': stretches(24, 24),
  'last year': stretches(24, 0, 24),
  'half-years': stretches(12),
  quarters: stretches(6),
  months: stretches(2),
}

/** Least share of the rows that each period by itself would show. In small offices most months of an item are 1–4. */
const least: Record<string, Record<keyof typeof periods, number>> = {
  usual: { 'open year': 0.95, 'last year': 0.95, 'half-years': 0.95, quarters: 0.95, months: 0.85 },
  small: { 'open year': 0.95, 'last year': 0.95, 'half-years': 0.85, quarters: 0.8, months: 0.65 },
  sparse: {
    'open year': 0.95,
    'last year': 0.95,
    'half-years': 0.95,
    quarters: 0.88,
    months: 0.65,
  },
}

test.each(offices)('$name', { timeout: 60_000 }, (office) => {
  const people = listPeople(office)
  const names = Object.keys(periods) as (keyof typeof periods)[]
  const found = names.map((name) => {
    const { rows, shown } = measure(people, periods[name])
    return { name, rows, shown, isEnough: shown >= (least[office.kind]?.[name] ?? 1) * rows }
  })
  expect(found.filter(({ isEnough }) => !isEnough)).toEqual([])
})

test('a small beginning costs the beginning', () => {
  const sizes = [4, 5, 29, 30]
  const people = sizes.flatMap((n, year) =>
    Array.from({ length: n }, () => ({ unit: 1, half: january2025 + 24 * year + 4, items: [] })),
  )
  const open = openOffice(people)
  const isShown = (_: number, year: number) => {
    const first = january2025 + 24 * year
    return open({ first, last: first + 23 })(1, '')
  }
  expect(sizes.map(isShown)).toEqual([false, true, true, true])
})
