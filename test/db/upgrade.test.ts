import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { backupFolder, listBackups } from '@/db/backups/backups'
import { restoreDatabase } from '@/db/backups/restore'
import { closeDatabase, write } from '@/db/client'
import { openHeldData } from '@/db/installation/open-data'
import { log } from '@/lib/log'
import { migrations } from '../helpers/earlier-release'
import { canMount, runInSmallDisk } from '../helpers/small-disk'
import { EarlierOffice, expectSound, now, toldUpgrades } from '../helpers/upgrade'

const parent = mkdtempSync(join(tmpdir(), 'hai-long-upgrade-'))
const office = new EarlierOffice(parent)
vi.stubEnv('DATA_DIR', office.dataDir)
log.level = 'silent'

beforeAll(() => office.found())
afterAll(() => {
  closeDatabase()
  rmSync(parent, { recursive: true, force: true })
})

const before = migrations.length - 1
const newest = migrations.at(-1)

describe('a database with data of an earlier release', () => {
  const states = migrations.slice(0, -1).map((tag, position) => [tag, position + 1] as const)

  it.each(states)('as %s left it is brought up to date, copied first', async (tag, count) => {
    await office.place(count)
    await openHeldData(now)
    await office.expectWhole(count)
    const [copy, ...others] = listBackups(backupFolder())
    expect(others).toEqual([])
    expect(copy?.file).toBe(`hai-long-2026-11-26-090000-before-upgrade-${tag}.db`)
    expect(await toldUpgrades()).toEqual([`app ${tag} ${newest} ${copy?.file} ${copy?.sha256}`])
    // The copy is the database as it was.
    closeDatabase()
    office.expectEarlier(join(backupFolder(), copy?.file ?? ''))
  })

  it.each(states.filter((_, i) => i === 0 || i === states.length - 1))(
    'the copy of %s is restored and brought up to date like any other',
    async (_, count) => {
      await office.place(count)
      await openHeldData(now)
      closeDatabase()
      const [copy] = listBackups(backupFolder())
      await restoreDatabase(join(backupFolder(), copy?.file ?? ''), now + 60_000)
      await openHeldData(now + 60_000)
      await expectSound()
      expect(await toldUpgrades()).toHaveLength(1)
      expect(listBackups(backupFolder())).toEqual([copy])
    },
  )

  it('is copied and recorded once, however often the app starts', async () => {
    await office.place(before)
    await openHeldData(now)
    closeDatabase()
    await openHeldData(now + 1000)
    expect(await toldUpgrades()).toHaveLength(1)
    expect(listBackups(backupFolder())).toHaveLength(1)
  })

  it('gets no second copy where the first attempt came no further, but one where it changed', async () => {
    await office.place(before)
    // An index in the way of the newest migration: it fails after the copy.
    await write(['create index comments_due on comments (key)'])
    closeDatabase()
    for (const at of [now, now + 1000]) await expect(openHeldData(at)).rejects.toThrow(/already/)
    expect(listBackups(backupFolder())).toHaveLength(1)
    await write([
      'drop index comments_due',
      `insert into audit_events (seq, at, actor, action, detail, previous_hash, hash)
        select seq + 1, 0, 'x', 'x', '{}', hash, '${'a'.repeat(64)}' from audit_events order by seq desc limit 1`,
    ])
    closeDatabase()
    await openHeldData(now + 2000)
    expect(listBackups(backupFolder())).toHaveLength(2)
    const [told = ''] = await toldUpgrades()
    expect(told).toContain('hai-long-2026-11-26-090002-')
  })
})

it('a new database has nothing to copy and no upgrade to record', async () => {
  await office.place(1)
  rmSync(office.live)
  await openHeldData(now)
  expect(await toldUpgrades()).toEqual([])
  expect(listBackups(backupFolder())).toEqual([])
})

describe('where no copy can be made, the start is refused and nothing is touched:', () => {
  let bytes: Buffer
  beforeEach(async () => {
    await office.place(before)
    bytes = readFileSync(office.live)
  })

  function expectUntouched(): void {
    closeDatabase()
    expect(readFileSync(office.live).equals(bytes)).toBe(true)
    expect(listBackups(backupFolder())).toEqual([])
  }

  it.skipIf(!canMount)('a full disk', async () => {
    mkdirSync(backupFolder())
    const printed = await runInSmallDisk(
      backupFolder(),
      '256k',
      ['scripts/run.mjs', 'unit', 'add', 'x', 'Xã X'],
      { DATA_DIR: office.dataDir },
    )
    expect(printed).toContain('The database is of an older release.')
    expect(printed).toContain('Nothing was changed. Make room on that disk')
    expect(printed).not.toMatch(/\n\s+at /)
    expectUntouched()
    await openHeldData(now)
    expect(await toldUpgrades()).toHaveLength(1)
  })

  it('a folder that cannot be', async () => {
    writeFileSync(backupFolder(), 'in the way')
    await expect(openHeldData(now)).rejects.toThrow(/Nothing was changed. Let the user that runs/)
    expectUntouched()
  })
})
