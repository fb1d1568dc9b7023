import 'server-only'
import type { ResultSet } from '@libsql/client'
import { database, write } from '../client'

/** Rows beyond this many are forgotten, the longest unused first: nobody fills the disk by trying. */
const mostRows = 20_000

/** A key is a keyed hash of whoever tries: no address stands in the table. */
type Try = Readonly<{
  key: string
  now: number
  /** After this long without a try the row counts from nothing again. */
  forgottenAfter: number
}>

/** Counts a try that is about to be made, for every process on this database; answers which one in a row it is. */
export async function countTry({ key, now, forgottenAfter }: Try): Promise<number> {
  const [counted] = await write([
    {
      sql: `insert into throttles (key, tries, last_at) values (?, 1, ?)
        on conflict (key) do update set last_at = excluded.last_at,
          tries = case when last_at <= ? then 1 else tries + 1 end
        returning tries`,
      args: [key, now, now - forgottenAfter],
    },
    forgetOldest,
  ])
  return numberIn(counted) ?? 1
}

/** Tries that are kept apart: after so many free ones, a pause that doubles each time up to the longest. */
export type Spacing = Readonly<{ free: number; first: number; longest: number }>

/**
 * Takes the next turn of a key whose tries are kept apart, for one of those who ask at the same moment. Answers which
 * one in a row it is, or null where it is too early: then nothing is counted.
 */
export async function takeTurn(
  { key, now, forgottenAfter }: Try,
  { free, first, longest }: Spacing,
): Promise<number | null> {
  // A pause that lies further ahead than any can was written by a clock that was wrong.
  const [taken] = await write([
    {
      sql: `insert into throttles (key, tries, last_at, next_at) values (?, 1, ?, 0)
        on conflict (key) do update set last_at = excluded.last_at,
          tries = case when last_at <= ? then 1 else tries + 1 end,
          next_at = case when last_at <= ? or tries < ? then 0
            else ? + min(?, ? << min(tries - ?, 20)) end
        where next_at <= ? or next_at > ?
        returning tries`,
      args: [
        ...[key, now, now - forgottenAfter, now - forgottenAfter, free],
        ...[now, longest, first, free, now, now + longest],
      ],
    },
    forgetOldest,
  ])
  return numberIn(taken) ?? null
}

/** Milliseconds until the next turn of the key. */
export async function timeToTurn(key: string, now: number): Promise<number> {
  const sql = 'select next_at from throttles where key = ?'
  return Math.max(0, (numberIn(await database().$client.execute({ sql, args: [key] })) ?? 0) - now)
}

/** The right one was found: the next wrong one is the first again. */
export async function forgetTries(key: string): Promise<void> {
  await write([{ sql: 'delete from throttles where key = ?', args: [key] }])
}

const forgetOldest = {
  sql: `delete from throttles where last_at <
    (select last_at from throttles order by last_at desc limit 1 offset ?)`,
  args: [mostRows - 1],
}

const numberIn = (result: ResultSet | undefined): number | undefined => {
  const value = result?.rows[0]?.[0]
  return value === undefined ? undefined : Number(value)
}
