import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { backupFolder, listBackups } from '@/db/backups/backups'
import { closeDatabase } from '@/db/client'
import { openHeldData } from '@/db/installation/open-data'
import { log } from '@/lib/log'
import { startTypeScript } from '../helpers/process'
import { EarlierOffice, now, toldUpgrades } from '../helpers/upgrade'

const parent = mkdtempSync(join(tmpdir(), 'hai-long-killed-'))
const office = new EarlierOffice(parent)
vi.stubEnv('DATA_DIR', office.dataDir)
log.level = 'silent'

/** The first release: every migration is still to come, those that move rows too. */
const first = 1
const rounds = 6
/** On a busy machine each round takes seconds. */
const long = { timeout: 300_000 }

beforeAll(() => office.found())
afterAll(() => {
  closeDatabase()
  rmSync(parent, { recursive: true, force: true })
})

const begin = (last: number) =>
  startTypeScript(['test/helpers/killed-start.ts', String(last)], {
    DATA_DIR: office.dataDir,
    NEXTAUTH_SECRET: 'x'.repeat(32),
  })

async function expectNextStartCompletes(): Promise<void> {
  await openHeldData(now)
  await office.expectWhole(first)
  expect(await toldUpgrades()).toHaveLength(1)
  const copies = listBackups(backupFolder())
  expect(copies.map(({ kind }) => kind)).toEqual(['before-upgrade'])
  closeDatabase()
}

it('killed before any of its statements, the next start completes it, once', long, async () => {
  await office.place(first)
  for (const last of await pointsOf(begin(0))) {
    await office.place(first)
    const killed = begin(last)
    await killed.ended
    expect([last, killed.child.signalCode]).toEqual([last, 'SIGKILL'])
    await expectNextStartCompletes()
  }
})

/** Statements spread over the whole start; and where one transaction ends and the next has not begun. */
async function pointsOf(whole: ReturnType<typeof begin>): Promise<number[]> {
  expect(await whole.ended).toBe(0)
  // Lines of the log, which come another way, may stand behind it.
  const told = JSON.parse(whole.output().match(/^{"statements".*$/m)?.[0] ?? '')
  const { statements, commits } = told as { statements: number; commits: number[] }
  expect(statements).toBeGreaterThan(100)
  expect(commits.length).toBeGreaterThan(2)
  const spread = Array.from({ length: rounds }, (_, round) =>
    Math.ceil((statements * (round + 0.5)) / rounds),
  )
  const edges = commits.flatMap((commit) => [commit, commit + 1])
  return [...new Set([...spread, ...edges])].filter((point) => point <= statements)
}

it(
  'killed at any moment, while it copies or commits, the next start completes it',
  long,
  async () => {
    await office.place(first)
    const whole = begin(0)
    const took = await untilEnd(whole)
    for (let round = 0; round < 4; round++) {
      await office.place(first)
      const killed = begin(0)
      await untilBegun(killed)
      await new Promise((resolve) => setTimeout(resolve, (took * (round + 0.5)) / 4))
      killed.child.kill('SIGKILL')
      await killed.ended
      await expectNextStartCompletes()
    }
  },
)

async function untilBegun({ child, output }: ReturnType<typeof begin>): Promise<void> {
  while (!output().includes('begun') && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Milliseconds from the lock to the end. */
async function untilEnd(running: ReturnType<typeof begin>): Promise<number> {
  await untilBegun(running)
  const startedAt = Date.now()
  expect(await running.ended).toBe(0)
  return Date.now() - startedAt
}
