import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Steps } from '@/domain/steps'
import { shared } from './shared'

/** A quarter of what one request may hold the event loop. */
const longestMs = 12

/** So many times whoever takes a turn lets pass those who go first: under a flood of them pages are still drawn. */
const mostPassed = 4

const queue = shared('turns', () => ({ last: Promise.resolve(), first: 0, turnedAt: 0 }))

/**
 * Waits until the event loop has been round once more for each who waits already. Many who waited for the same thing go
 * on one by one, and requests come in between; otherwise all of them would go on in one turn.
 */
export function takeTurn(): Promise<void> {
  queue.last = queue.last.then(goRound)
  return queue.last
}

async function goRound(): Promise<void> {
  await setImmediate()
  for (let passed = 0; queue.first > 0 && passed < mostPassed; passed++) await setImmediate()
  queue.turnedAt = performance.now()
}

/** Takes a turn where the last one that anybody took is long ago: between the parts of a long loop, however quick each is. */
export async function breathe(): Promise<void> {
  if (performance.now() - queue.turnedAt > longestMs) await takeTurn()
}

/** As long as this work is under way those who take turns let it pass: a citizen waits behind one of them, not several. */
export async function goFirst<T>(work: () => Promise<T>): Promise<T> {
  queue.first++
  try {
    return await work()
  } finally {
    queue.first--
  }
}

/** Does the steps of a long computation and lets others in before it and in between. */
export async function finishUnhurried<T>(steps: Steps<T>): Promise<T> {
  // What came before may have been read without a pause.
  await takeTurn()
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < longestMs) continue
    // In turn: of twenty who go on in the same round of the event loop, the last would hold up a citizen for all of them.
    await takeTurn()
    since = performance.now()
  }
}
