import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Steps } from '@/domain/steps'
import { finishUnhurried, goFirst, takeTurn } from '@/lib/unhurried'

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

it('who takes a turn lets pass what goes first, but not without end', async () => {
  const order: string[] = []
  const rounds = async (n: number, name: string) => {
    for (let i = 0; i < n; i++) await setImmediate()
    order.push(name)
  }
  const turn = (name: string) => takeTurn().then(() => order.push(name))
  await Promise.all([goFirst(() => rounds(3, 'stored')), turn('drawn')])
  await Promise.all([goFirst(() => rounds(20, 'flood')), turn('drawn all the same')])
  await Promise.all([turn('drawn at once'), rounds(3, 'nothing first')])
  expect(order).toEqual([
    ...['stored', 'drawn', 'drawn all the same', 'flood', 'drawn at once', 'nothing first'],
  ])
})

it('what goes first and fails holds nobody up afterwards', async () => {
  await expect(goFirst(() => Promise.reject(new Error('full')))).rejects.toThrow('full')
  const order: string[] = []
  await Promise.all([
    takeTurn().then(() => order.push('drawn')),
    setImmediate()
      .then(() => setImmediate())
      .then(() => order.push('a round later')),
  ])
  expect(order).toEqual(['drawn', 'a round later'])
})
