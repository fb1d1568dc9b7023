import { setTimeout } from 'node:timers/promises'
import { beforeEach, expect, it } from 'vitest'
import { closeDatabase, databaseFile, useDatabase } from '@/db/client'
import { blankOutdated } from '@/db/comments/blanking'
import { isRemote, useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { listFaults } from '../helpers/invalidation'
import {
  hasRunUntil,
  later,
  listWords,
  octoberBlanked,
  recordOld,
  toldBlankings,
} from '../helpers/old-comments'
import { startTypeScript } from '../helpers/process'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)
beforeEach(() => hasRunUntil(later))

async function expectDoneOnce(due: number): Promise<void> {
  expect(await listWords()).toEqual(octoberBlanked(due))
  expect(await lines("select value from settings where key like '%untold'")).toEqual([])
  const told = await lines(
    "select sum(detail ->> 'comments') from audit_events where action = 'comments-blanked'",
  )
  expect(told).toEqual([`${due}`])
  expect(await listFaults()).toEqual([])
}

it.skipIf(isRemote)(
  'killed at any of its statements, the next run ends it, told of once',
  async () => {
    const due = 112
    await recordOld(due)
    const url = `file:${databaseFile()}`
    const run = async (last: number) => {
      closeDatabase()
      const args = ['test/helpers/killed-blanking.ts', String(later), String(last)]
      const program = startTypeScript(args, { DATABASE_URL: url })
      await program.ended
      useDatabase(url)
      return program
    }
    // In the first batch, between two, in the last, and before the record.
    for (const last of [3, 9, 15, 19, 26]) {
      const { child } = await run(last)
      expect([last, child.signalCode]).toEqual([last, 'SIGKILL'])
      expect(await toldBlankings()).toEqual([])
    }
    await blankOutdated(later)
    expect(await toldBlankings()).toHaveLength(1)
    await expectDoneOnce(due)
  },
)

it('done by several processes at once, every comment is blanked and told of once', async () => {
  await recordOld(450)
  await Promise.all(
    [0, 5, 10, 15, 20].map(async (head) => {
      await setTimeout(head)
      await blankOutdated(later)
    }),
  )
  await blankOutdated(later)
  await expectDoneOnce(450)
})
