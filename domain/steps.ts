/** A long computation that can be interrupted after each step. */
export type Steps<T> = Generator<void, T>

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
