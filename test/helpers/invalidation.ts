import { expect } from 'vitest'
import { decideInvalidation } from '@/db/invalidations/decisions'
import { proposeInvalidation } from '@/db/invalidations/proposals'
import { auditDatabase } from '@/db/recount/database'
import type { Scope } from '@/domain/access'
import { arrival, recordVisits, type UnitCode } from './district'
import { idOf } from './envelopes'
import { differences, lines } from './recount'

/** A moment after everything of the district has arrived. */
export const after = arrival + 1000

export const done = { ok: true, value: null }
export const problem = (code: string) => ({
  ok: false,
  problems: [expect.objectContaining({ code })],
})

/** What the visitor number i of `recordMany` says. */
export const answersOf = (i: number) => ({ q1: 'ask', q2: 1 + (i % 5), q8: 1 + ((i * 3) % 5) })

/** So many responses at the unit within 30 days, and their numbers. */
export async function recordMany(
  n: number,
  unit: UnitCode = 'xa-b',
  seed: string = unit,
): Promise<number[]> {
  const visits = Array.from({ length: n }, (_, i) => ({
    survey: 'desk-8' as const,
    version: 1 as const,
    unit,
    place: 'kiosk' as const,
    daysAgo: i % 30,
    answers: answersOf(i),
  }))
  await recordVisits(visits, seed)
  const ids = visits.map((_, i) => `'${idOf(`${seed} ${i}`)}'`)
  return (await lines(`select seq from responses where id in (${ids}) order by seq`)).map(Number)
}

export const propose = (
  responses: readonly number[],
  by: Scope,
  reason: string | null = 'Thử máy',
) => proposeInvalidation(by, { responses, reason, sign: 'burst' }, after)

/** The number of a proposal that was taken in. */
export async function proposed(responses: readonly number[], by: Scope): Promise<number> {
  const made = await propose(responses, by)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value
}

export const confirm = (id: number, by: Scope) => decideInvalidation(by, id, 'confirmed', after)

/** People counted in the figures, and outside of them. */
export async function counted(): Promise<[total: number, invalid: number]> {
  const [line = ''] = await lines(`select coalesce(sum(n) filter (where slice = 'total'), 0),
    coalesce(sum(n) filter (where slice = 'invalid'), 0) from tallies`)
  const [total = 0, invalid = 0] = line.split(' ').map(Number)
  return [total, invalid]
}

/** What `npm run audit` finds wrong, in order. */
export async function listFaults(): Promise<string[]> {
  const found: string[] = []
  await auditDatabase((sentence) => found.push(sentence))
  return found.sort()
}

/** Both recounts agree with the tallies, and every invalidation is whole. */
export async function expectSound(): Promise<void> {
  expect(await listFaults()).toEqual([])
  expect(await differences()).toEqual([])
}
