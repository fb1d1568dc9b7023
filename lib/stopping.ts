/** Set by the start command when the process has been asked to end (scripts/ending.mjs). */
const place = globalThis as { hailongStopping?: boolean }

/** Whether this process is about to end: it still answers, and wants no new work sent to it. */
export const isStopping = (): boolean => place.hailongStopping === true
