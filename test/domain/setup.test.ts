import { describe, expect, test } from 'vitest'
import { readSetup, type SetupFacts, type SetupStep, stepAfter } from '@/domain/setup'

const fresh: SetupFacts = {
  isNamed: false,
  hasOwnDesk: false,
  hasOwnLink: false,
  isCollecting: false,
  isWorkingElsewhere: false,
}
const read = (facts: Partial<SetupFacts> = {}, ...skipped: (SetupStep | 'all')[]) =>
  readSetup({ ...fresh, ...facts }, new Map(skipped.map((one) => [one, 'skipped'])))
const states = (setup: ReturnType<typeof read>) =>
  setup.steps.map(({ step, state }) => `${step} ${state}`)

describe('the set-up', () => {
  test('begins with everything open', () => {
    expect(states(read())).toEqual(['unit open', 'desk open', 'survey open', 'collect open'])
    expect(read()).toMatchObject({ next: 'unit', isOver: false })
  })

  test('goes on at the first open step, whatever was done or passed over before', () => {
    expect(read({ isNamed: true, hasOwnLink: true }, 'desk')).toMatchObject({
      next: 'collect',
      isOver: false,
    })
    expect(read({ isNamed: true, isCollecting: true }).next).toBe('desk')
  })

  test('says done of what was done after it had been passed over', () => {
    expect(states(read({ hasOwnDesk: true }, 'desk', 'unit'))).toEqual([
      'unit skipped',
      'desk done',
      'survey open',
      'collect open',
    ])
  })

  test('says done of what was confirmed as it stands', () => {
    const setup = readSetup(fresh, new Map([['unit', 'confirmed']]))
    expect(states(setup)[0]).toBe('unit done')
    expect(setup.next).toBe('desk')
  })

  test('leaves the name out where it is not theirs to give', () => {
    expect(read({ isNamed: null })).toMatchObject({ next: 'desk' })
    expect(read({ isNamed: null }).steps).toHaveLength(3)
  })

  test('is over when nothing is open, when it was put away, and where others work already', () => {
    expect(read({}, 'unit', 'desk', 'survey', 'collect').isOver).toBe(true)
    expect(read({}, 'all').isOver).toBe(true)
    expect(read({ isWorkingElsewhere: true }).isOver).toBe(true)
  })

  test('knows what comes after a step', () => {
    expect(stepAfter(read(), 'unit')).toBe('desk')
    expect(stepAfter(read(), 'collect')).toBeNull()
  })
})
