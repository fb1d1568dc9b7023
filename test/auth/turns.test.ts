import { expect, it } from 'vitest'
import { type Lane, Turns, TurnsFull } from '@/auth/turns'

const lane = (name: string, isKnown = false): Lane => ({ name, isKnown })

/** Work that goes on until it is let go; tells in which order it began. */
function bench(turns: Turns) {
  const begun: string[] = []
  const letGo: (() => void)[] = []
  const start = (who: Lane) =>
    turns.run(who, async () => {
      begun.push(who.name)
      await new Promise<void>((resolve) => letGo.push(resolve))
    })
  const settle = async () => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const next = letGo.shift()
      if (!next) return
      next()
    }
  }
  return { begun, start, settle }
}

it('lanes go round, and those who are known go first', async () => {
  const { begun, start, settle } = bench(new Turns({ atOnce: 1, most: 10 }))
  const all = [
    ...['a', 'a', 'a', 'a', 'b'].map((name) => start(lane(name))),
    ...['k', 'k'].map((name) => start(lane(name, true))),
  ]
  await settle()
  await Promise.all(all)
  expect(begun.join('')).toBe('akkabaa')
})

it('so many work at once, so many wait of either kind, the next is refused', async () => {
  const turns = new Turns({ atOnce: 2, most: 3 })
  const { begun, start, settle } = bench(turns)
  const all = Array.from({ length: 6 }, () => start(lane('a')))
  const known = start(lane('k', true))
  await expect(all.at(-1)).rejects.toBeInstanceOf(TurnsFull)
  expect(begun).toHaveLength(2)
  await settle()
  await Promise.all([...all.slice(0, 5), known])
  const again = start(lane('a'))
  await settle()
  await again
  expect(begun).toHaveLength(7)
})

it('work that fails gives its place back', async () => {
  const turns = new Turns({ atOnce: 1, most: 1 })
  const failing = turns.run(lane('a'), () => Promise.reject(new Error('x')))
  const next = turns.run(lane('b'), async () => 'done')
  await expect(failing).rejects.toThrow('x')
  expect(await next).toBe('done')
})
