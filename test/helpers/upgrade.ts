import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { closeDatabase, write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { auditDatabase } from '@/db/recount/database'
import { foundOffice } from './access/office'
import { contents, dump, makeEarlier, migrations } from './earlier-release'
import { lines } from './recount'

/** A moment of the tests, 09:00 in the office. */
export const now = Date.UTC(2026, 10, 26, 2, 0, 0)

/** Databases of earlier releases, in a folder that becomes the data folder. */
export class EarlierOffice {
  readonly dataDir: string
  readonly live: string
  private readonly donor: string
  private readonly earlier: string
  /** Of which release the one made last is. */
  private made = 0

  constructor(parent: string) {
    this.dataDir = join(parent, 'data')
    this.live = join(this.dataDir, 'hai-long.db')
    this.donor = join(parent, 'donor.db')
    this.earlier = join(parent, 'earlier.db')
  }

  /** Makes what all of them hold: one of everything. */
  async found(): Promise<void> {
    await foundOffice(this.donor)
    await write([
      `insert into sessions (id_hash, user_id, created_at, last_seen_at, expires_at)
        select 'of ' || id, id, id * 1000, id * 1000, id * 9000 from users`,
      'update users set signed_in_at = id * 1000',
    ])
    await makeFirstThings(now)
    closeDatabase()
  }

  /** Puts the database of a release that had so many migrations in its place, and nothing beside it. */
  async place(count: number): Promise<void> {
    closeDatabase()
    rmSync(this.dataDir, { recursive: true, force: true })
    if (this.made !== count) await this.make(count)
    mkdirSync(this.dataDir)
    copyFileSync(this.earlier, this.live)
  }

  private async make(count: number): Promise<void> {
    rmSync(this.earlier, { force: true })
    await makeEarlier(this.donor, this.earlier, count)
    this.made = count
  }

  /** What is open has the newest tables, every row that was there, once, and an audit that finds nothing. */
  async expectWhole(count: number): Promise<void> {
    await expectSound()
    const marks = await lines('select count(*), count(distinct hash) from __drizzle_migrations')
    expect(marks).toEqual([`${migrations.length} ${migrations.length}`])
    expect(dump(this.live, count, this.earlier)).toEqual(dump(this.donor, count, this.earlier))
  }

  /** A file has the tables of that release and no other, and every row that was there. */
  expectEarlier(file: string): void {
    expect(contents(file)).toEqual(contents(this.earlier))
  }
}

/** The audit finds nothing in what is open. */
export async function expectSound(): Promise<void> {
  const faults: string[] = []
  await auditDatabase((sentence) => faults.push(sentence))
  expect(faults).toEqual([])
}

/** What the audit log tells of upgrades. */
export const toldUpgrades = () =>
  lines(`select actor, detail ->> 'from', detail ->> 'to', detail ->> 'file', detail ->> 'sha256'
    from audit_events where action = 'database-upgraded' order by seq`)
