import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { shared } from '@/lib/shared'

/** Milliseconds after which somebody who asked for figures has seen them. */
const whileLooking = 1000

const last = shared('last look at figures', () => ({ at: Number.NEGATIVE_INFINITY }))

/** Somebody asks for figures. */
export function noteLook(): void {
  last.at = performance.now()
}

/** Waits until nobody has asked for figures for a while: for work that nobody waits for. */
export async function untilNobodyLooks(): Promise<void> {
  for (;;) {
    const left = last.at + whileLooking - performance.now()
    if (left <= 0) return
    await pause(left, undefined, { ref: false })
  }
}
