import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDossierCounts } from '@/domain/dossier/counts'
import { type DossierCounts, noDossierCounts } from '@/domain/dossier/dossier'
import { inProgressOfReceived, onTimeOfReceived, onTimeOfResolved } from '@/domain/dossier/rates'
import { sumOverTime, sumOverUnits } from '@/domain/dossier/sum'
import { type DossierRow, lowestOnTime } from '@/domain/dossier/table'
import { formatRate } from '@/domain/number-format'
import { monthPeriod } from '@/domain/period'

const counts = (known: Partial<DossierCounts>): DossierCounts => ({ ...noDossierCounts, ...known })

const complete = (known: Partial<DossierCounts>): DossierCounts => {
  const result = parseDossierCounts(counts(known))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const problemCodes = (known: Partial<DossierCounts>) => {
  const result = parseDossierCounts(counts(known))
  return result.ok ? [] : result.problems.map((problem) => problem.code)
}

const full = {
  received: 100,
  receivedOnline: 60,
  receivedDirect: 30,
  receivedCarried: 10,
  resolved: 80,
  resolvedBefore: 50,
  resolvedOnTime: 20,
  resolvedInTime: 70,
  resolvedLate: 10,
  inProgress: 20,
  inProgressInTime: 15,
  inProgressOverdue: 5,
}

describe('identities of Biểu số 06', () => {
  test('a table that adds up', () => {
    expect(complete(full)).toEqual(full)
  })

  test.each([
    [{ receivedOnline: 61 }, ['received-by-way']],
    [{ inProgress: 21, inProgressInTime: 16 }, ['received-by-state']],
    [{ resolvedLate: 11 }, ['resolved-by-three', 'resolved-by-time']],
    [{ inProgressOverdue: 6 }, ['in-progress-by-time']],
    [{ resolvedInTime: 71, resolvedLate: 9 }, ['resolved-by-three', 'resolved-in-time']],
  ])('%o', (change, codes) => {
    expect(problemCodes({ ...full, ...change })).toEqual(codes)
  })

  test('both sides of a violated identity are told', () => {
    expect(parseDossierCounts(counts({ ...full, receivedOnline: 61 }))).toMatchObject({
      problems: [{ code: 'received-by-way', field: 'received', params: { whole: 100, sum: 101 } }],
    })
  })

  test('what is no count', () => {
    expect(problemCodes({ received: -1 })).toEqual(['not-a-count'])
    expect(problemCodes({ received: 1.5, resolved: Number.NaN })).toEqual([
      'not-a-count',
      'not-a-count',
    ])
  })

  test('identities of parts that are not given are not checked', () => {
    expect(complete({ received: 100, receivedOnline: 200 - 101 })).toEqual(
      counts({ received: 100, receivedOnline: 99 }),
    )
  })
})

describe('what the identities determine', () => {
  test('is filled in', () => {
    expect(complete({ received: 11325, resolvedInTime: 11264, inProgress: 61 })).toEqual(
      counts({
        received: 11325,
        resolved: 11264,
        resolvedInTime: 11264,
        resolvedLate: 0,
        inProgress: 61,
      }),
    )
  })

  test('a part that would have to be negative violates its identity', () => {
    expect(problemCodes({ received: 10, inProgress: 11 })).toEqual(['received-by-state'])
    expect(problemCodes({ resolved: 10, resolvedInTime: 12 })).toEqual(['resolved-by-time'])
  })

  test('taking any one column away from a full table changes nothing', () => {
    const small = fc.nat(1000)
    fc.assert(
      fc.property(
        fc.record({ online: small, direct: small, carried: small, before: small, onTime: small }),
        fc.nat(1000),
        fc.constantFrom(...Object.keys(full)),
        (given, overdue, column) => {
          const received = given.online + given.direct + given.carried
          const resolved = given.before + given.onTime
          fc.pre(resolved <= received && overdue <= received - resolved)
          const table = counts({
            received,
            receivedOnline: given.online,
            receivedDirect: given.direct,
            receivedCarried: given.carried,
            resolved,
            resolvedBefore: given.before,
            resolvedOnTime: given.onTime,
            resolvedInTime: resolved,
            resolvedLate: 0,
            inProgress: received - resolved,
            inProgressInTime: received - resolved - overdue,
            inProgressOverdue: overdue,
          })
          expect(complete({ ...table, [column]: null })).toEqual(table)
        },
      ),
    )
  })
})

describe('Tân Hiệp district, 2020', () => {
  const district = complete({ received: 11325, resolvedInTime: 11264, inProgress: 61 })
  const communes = complete({ received: 24714, resolvedInTime: 24714, inProgress: 0 })

  test('every figure with its denominator', () => {
    expect(sumOverUnits([district, communes]).received).toBe(36039)
    expect(onTimeOfReceived(district)).toEqual({ k: 11264, n: 11325 })
    expect(onTimeOfResolved(district)).toEqual({ k: 11264, n: 11264 })
    expect(onTimeOfReceived(communes)).toEqual({ k: 24714, n: 24714 })
    expect(inProgressOfReceived(district)).toEqual({ k: 61, n: 11325 })
    const printed = [onTimeOfReceived(district), onTimeOfReceived(communes)].map(
      (rate) => rate && formatRate(rate, 'vi'),
    )
    expect(printed).toEqual(['99,46%', '100%'])
    expect(formatRate({ k: 61, n: 11325 }, 'vi')).toBe('0,54%')
  })

  test('a rate without both its numbers is none', () => {
    expect(onTimeOfResolved(noDossierCounts)).toBeNull()
  })
})

describe('adjoining periods', () => {
  const january = { period: monthPeriod('2026-01'), counts: complete(full) }
  const february = {
    period: monthPeriod('2026-02'),
    counts: complete({
      ...full,
      received: 70,
      receivedOnline: 40,
      receivedDirect: 10,
      receivedCarried: 20,
      resolved: 65,
      resolvedBefore: 40,
      resolvedInTime: 60,
      resolvedLate: 5,
      inProgress: 5,
      inProgressInTime: 5,
      inProgressOverdue: 0,
    }),
  }
  const both = { from: '2026-01-01', to: '2026-02-28' }

  test('received = first carried + all that is new; in progress = the last one', () => {
    expect(sumOverTime([february, january], both)).toMatchObject({
      received: 150,
      receivedCarried: 10,
      receivedOnline: 100,
      receivedDirect: 40,
      resolved: 145,
      resolvedInTime: 130,
      resolvedLate: 15,
      inProgress: 5,
      inProgressOverdue: 0,
    })
  })

  test('the roll-up keeps every identity', () => {
    const sum = sumOverTime([january, february], both)
    expect(sum && parseDossierCounts(sum)).toEqual({ ok: true, value: sum })
  })

  test('without the carried-over number of a later month nothing is received', () => {
    const unknown = { ...february, counts: { ...february.counts, receivedCarried: null } }
    expect(sumOverTime([january, unknown], both)).toMatchObject({ received: null, resolved: 145 })
  })

  test('nothing where the months do not tile the period', () => {
    expect(sumOverTime([january], both)).toBeNull()
    expect(sumOverTime([january, january], january.period)).toBeNull()
    expect(sumOverTime([], both)).toBeNull()
  })

  test('units side by side: a part that one of them does not give is not known', () => {
    expect(sumOverUnits([counts({ received: 3, resolved: 1 }), counts({ received: 4 })])).toEqual(
      counts({ received: 7 }),
    )
    expect(sumOverUnits([])).toEqual(noDossierCounts)
  })
})

describe('the units with the lowest on-time share', () => {
  const row = (code: string, known: Partial<DossierCounts> | null): DossierRow => ({
    unit: { code, name: code },
    shares: known && {
      counts: counts(known),
      onTimeOfReceived: onTimeOfReceived(counts(known)),
      onTimeOfResolved: onTimeOfResolved(counts(known)),
      inProgressOfReceived: null,
    },
    sources: [],
  })
  const codes = (rows: readonly DossierRow[], most: number) =>
    lowestOnTime(rows, most).map(({ unit }) => unit.code)

  test('stand by what was received where every unit knows it', () => {
    const rows = [
      row('a', { received: 100, resolved: 50, resolvedInTime: 50 }),
      row('b', { received: 100, resolved: 90, resolvedInTime: 80 }),
      row('c', { received: 100, resolved: 100, resolvedInTime: 95 }),
    ]
    expect(codes(rows, 2)).toEqual(['a', 'b'])
  })

  test('stand by what was resolved where one does not', () => {
    const rows = [
      row('a', { received: 100, resolved: 50, resolvedInTime: 50 }),
      row('b', { resolved: 90, resolvedInTime: 80 }),
      row('nothing', null),
      row('unknown', { received: 10 }),
    ]
    expect(codes(rows, 5)).toEqual(['b', 'a'])
  })
})
