import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Steps } from '@/domain/steps'

/** A quarter of what one request may hold the event loop. */
const longestMs = 12

/** Does the steps of a long computation and lets others in before it and in between. */
export async function finishUnhurried<T>(steps: Steps<T>): Promise<T> {
  // What came before may have been read without a pause.
  await setImmediate()
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < longestMs) continue
    await setImmediate()
    since = performance.now()
  }
}
