/** Milliseconds between two looks at the queue without any other occasion. */
export const tick = 30_000

/**
 * Calls back whenever sending may succeed: at once, network back, page shown (`eager`), and on a timer. Returns the way
 * to stop.
 */
export function onEveryOccasion(flush: (eager: boolean) => void): () => void {
  const eagerly = () => flush(true)
  const onShown = () => document.visibilityState === 'visible' && eagerly()
  const rhythm = setInterval(() => flush(false), tick)
  addEventListener('online', eagerly)
  addEventListener('pageshow', eagerly)
  document.addEventListener('visibilitychange', onShown)
  eagerly()
  return () => {
    clearInterval(rhythm)
    removeEventListener('online', eagerly)
    removeEventListener('pageshow', eagerly)
    document.removeEventListener('visibilitychange', onShown)
  }
}
