import { expect, it } from 'vitest'
import { changedClocks } from '../soak/clocks'
import { damagedFiles } from '../soak/damaged-files'
import { foreignLock } from '../soak/foreign-lock'
import { fullDisk } from '../soak/full-disk'
import { killRounds } from '../soak/kills'
import { lostReplies } from '../soak/lost-replies'
import type { Outcome } from '../soak/outcome'

// A short form of every part of `npm run soak` but the long load; docs/reliability.md holds what the long ones found.

it.each<[string, () => Promise<Outcome>]>([
  ['kill -9 under load', () => killRounds({ rounds: 3, seed: 20261126 })],
  ['another program that holds the write lock', () => foreignLock({ seconds: 5, seed: 2 })],
  ['replies that are lost', () => lostReplies({ times: 20, seed: 3 })],
  ['a damaged file, which is left as it is', () => damagedFiles(4)],
  ['clocks that jump', () => changedClocks(5)],
])('nothing is lost: %s', async (_, part) => {
  const { faults } = await part()
  expect(faults).toEqual([])
})

it('nothing is lost: a full disk', async ({ skip }) => {
  const { faults, skipped } = await fullDisk({ times: 1, seed: 6 })
  if (skipped) {
    process.stderr.write(`\nSKIPPED, A FULL DISK IS NOT TRIED HERE: ${skipped}.\n`)
    skip(skipped)
  }
  expect(faults).toEqual([])
})
