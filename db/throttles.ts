import 'server-only'
import type { ResultSet } from '@libsql/client'
import { write } from './client'

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
