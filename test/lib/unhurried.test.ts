import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Steps } from '@/domain/steps'
import { finishUnhurried } from '@/lib/unhurried'

function* manySteps(note: () => void): Steps<string> {
  for (let step = 0; step < 12; step++) {
    note()
    // A step takes its time by the clock, as it does on a slow machine.
    for (const until = performance.now() + 5; performance.now() < until; );
    yield
  }
  return 'done'
}

it('of many long computations one goes on in each round of the event loop', async () => {
  let isOver = false
  const rounds: Set<number>[] = []
  const all = Array.from({ length: 8 }, (_, who) =>
    finishUnhurried(manySteps(() => rounds.at(-1)?.add(who))),
  )
  const ended = Promise.all(all).finally(() => {
    isOver = true
  })
  while (!isOver) {
    rounds.push(new Set())
    await setImmediate()
  }
  expect(await ended).toEqual(Array.from({ length: 8 }, () => 'done'))
  expect(Math.max(...rounds.map((who) => who.size))).toBeLessThanOrEqual(2)
})
