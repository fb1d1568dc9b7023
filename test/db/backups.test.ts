import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { noteAskedBackup, recordAskedBackups } from '@/db/backups/asked'
import { backupFolder, listBackups, makeBackup, readBackup } from '@/db/backups/backups'
import { backUp, failedBackup } from '@/db/backups/clock'
import { CopyFailed, checkCopy, copyDatabase } from '@/db/backups/copy'
import { database, databaseFile, useDatabase } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { auditDatabase } from '@/db/recount/database'
import { recordResponse } from '@/db/responses/intake'
import { backupName } from '@/domain/backup'
import { log } from '@/lib/log'
import { useTestDatabase } from '../helpers/database'
import { envelopeOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'
import { canMount, runInSmallDisk } from '../helpers/small-disk'

const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-backups-'))
vi.stubEnv('DATA_DIR', dataDir)
log.level = 'silent'

useTestDatabase()
const now = Date.UTC(2026, 10, 25, 7, 30, 5)
const hour = 3600_000
beforeEach(() => makeFirstThings(now))
beforeEach(() => () => rmSync(backupFolder(), { recursive: true, force: true }))

const record = (seed: number) => recordResponse(envelopeOf(seed, now), now)
const file = () => databaseFile() ?? ''
const made = (at = now) => makeBackup({ folder: backupFolder(), kind: 'hourly', now: at })
const namesIn = (folder: string) => readdirSync(folder).sort()
const events = () =>
  lines(
    "select actor, action, detail ->> 'kind', detail ->> 'fault' from audit_events order by seq",
  )

/** The newest copy once more, under the name of another hour. */
function copyAsIfMade(madeAt: number): void {
  const [newest] = listBackups(backupFolder())
  if (!newest) throw new Error('no copy yet')
  const name = backupName('hourly', madeAt, '')
  const path = join(backupFolder(), name)
  copyFileSync(join(backupFolder(), newest.file), path)
  writeFileSync(`${path}.json`, JSON.stringify({ ...newest, file: name, madeAt }))
}

async function faultsOf(copy: string): Promise<string[]> {
  const found: string[] = []
  useDatabase(`file:${copy}`)
  await auditDatabase((sentence) => found.push(sentence))
  return found
}

describe('a copy', () => {
  it('made while responses come in is whole, and holds what had been confirmed', async () => {
    for (let seed = 0; seed < 20; seed++) await record(seed)
    let seed = 20
    let isMade = false
    const coming = (async () => {
      while (!isMade) await record(seed++)
    })()
    const backup = await made()
    isMade = true
    await coming
    expect(seed).toBeGreaterThan(40)
    expect(backup.responses).toBeGreaterThanOrEqual(20)
    expect(backup.responses).toBeLessThanOrEqual(seed)
    const copy = join(backupFolder(), backup.file)
    expect(await checkCopy(copy)).toMatchObject({ sha256: backup.sha256, bytes: backup.bytes })
    expect(await faultsOf(copy)).toEqual([])
    expect(await lines('select count(*), max(received_at) from responses')).toEqual([
      `${backup.responses} ${backup.newestResponseAt}`,
    ])
  })

  it('tells in the file beside it what it is', async () => {
    await record(1)
    const backup = await made()
    expect(backup.file).toBe('hai-long-2026-11-25-143005.db')
    expect(namesIn(backupFolder())).toEqual([backup.file, `${backup.file}.json`])
    expect(listBackups(backupFolder())).toEqual([backup])
    expect(backup).toMatchObject({ responses: 1, newestResponseAt: now, appVersion: '0.1.0' })
    writeFileSync(join(backupFolder(), backup.file), 'half of it')
    expect(readBackup(backupFolder(), backup.file)).toBeUndefined()
  })

  it('leaves the log of a database as it is, even where nobody else has it open', async () => {
    await record(1)
    // As it lies there after a power cut: the response is in the log alone.
    const left = join(dataDir, 'left.db')
    for (const end of ['', '-wal']) copyFileSync(`${file()}${end}`, `${left}${end}`)
    const before = ['', '-wal'].map((end) => readFileSync(`${left}${end}`))
    const copy = join(dataDir, 'copy-of-left.db')
    expect((await copyDatabase(left, copy)).responses).toBe(1)
    expect(['', '-wal'].map((end) => readFileSync(`${left}${end}`))).toEqual(before)
  })

  it('of a damaged database gets no name, and the older ones stay', async () => {
    for (let seed = 0; seed < 300; seed++) await record(seed)
    const older = await made()
    await database().$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(file())
    bytes.fill(7, 20 * 4096, 24 * 4096)
    writeFileSync(file(), bytes)
    await expect(made(now + hour)).rejects.toMatchObject({ fault: 'unsound' })
    expect(listBackups(backupFolder())).toEqual([older])
    expect(namesIn(backupFolder())).toHaveLength(2)
  })

  it('in a folder that cannot be is refused', async () => {
    writeFileSync(join(dataDir, 'a-file'), '')
    const folder = join(dataDir, 'a-file', 'backups')
    const refused = makeBackup({ folder, kind: 'asked', now })
    await expect(refused).rejects.toMatchObject({ fault: 'not-writable' })
    await expect(refused).rejects.toThrow(CopyFailed)
  })
})

describe.skipIf(!canMount)('a full disk', () => {
  it('stops a copy half-way, which says why', async () => {
    for (let seed = 0; seed < 300; seed++) await record(seed)
    const disk = join(dataDir, 'small-disk')
    mkdirSync(disk)
    const copy = [
      '--conditions=react-server',
      'db/backups/copy-program.mjs',
      'copy',
      file(),
      join(disk, 'copy.partial'),
    ]
    expect(await runInSmallDisk(disk, '256k', copy)).toContain('"fault":"disk-full"')
  })
})

describe('every hour', () => {
  it('records the first copy of a day, and keeps what is to be kept', async () => {
    await backUp(now - 62 * hour)
    for (let back = 61; back >= 15; back--) copyAsIfMade(now - back * hour)
    await backUp(now)
    expect(listBackups(backupFolder())).toHaveLength(25)
    expect(await events()).toEqual(Array(2).fill('app backup-made hourly '))
  })

  it('records a failure once, tries again sooner, and records that it is over', async () => {
    expect(await backUp(now)).toBe(hour)
    rmSync(backupFolder(), { recursive: true })
    writeFileSync(backupFolder(), 'in the way')
    expect(await backUp(now + hour)).toBe(10 * 60_000)
    expect(await backUp(now + 2 * hour)).toBe(10 * 60_000)
    expect(failedBackup()).toEqual({ at: now + 2 * hour, fault: 'not-writable' })
    rmSync(backupFolder())
    expect(await backUp(now + 3 * hour)).toBe(hour)
    expect(failedBackup()).toBeUndefined()
    expect(await events()).toEqual([
      'app backup-made hourly ',
      'app backup-failed  not-writable',
      'app backup-made hourly ',
    ])
  })

  it('clears away what interrupted copies left, but not one that is being made', async () => {
    mkdirSync(backupFolder())
    const partial = (name: string) => join(backupFolder(), `hai-long-${name}.partial`)
    writeFileSync(partial('old.db.7'), 'half')
    writeFileSync(join(backupFolder(), 'notes.partial'), 'somebody else’s')
    const later = Date.now() + 1.5 * hour
    await backUp(later - hour)
    expect(namesIn(backupFolder())).toContain('hai-long-old.db.7.partial')
    await backUp(later)
    expect(namesIn(backupFolder())).not.toContain('hai-long-old.db.7.partial')
    expect(namesIn(backupFolder())).toContain('notes.partial')
  })
})

it('a copy that somebody asked for is recorded once, by the app', async () => {
  const backup = await makeBackup({ folder: join(dataDir, 'usb'), kind: 'asked', now })
  noteAskedBackup(backup)
  await recordAskedBackups(now + 60_000)
  // The same note again: the process ended before it could remove it.
  noteAskedBackup(backup)
  await recordAskedBackups(now + 120_000)
  await recordAskedBackups(now + 180_000)
  expect(await events()).toEqual(['backup backup-made asked '])
})
