/** How long what the server confirmed stays here: the age of the oldest backup it may have to go back to. */
const keptFor = 24 * 60 * 60 * 1000

/**
 * What becomes of a copy of something the server has confirmed, at an instant of the server's clock. The tablet's own
 * clock has no say: one that jumps ahead must not delete, one that jumps back must not keep for good. A copy that was
 * made while the server's time was unknown, or whose stamp lies ahead of it, counts from now on.
 */
export function fateOf(countedFrom: number | undefined, serverNow: number) {
  if (countedFrom === undefined || countedFrom > serverNow) return 'stamp'
  return serverNow - countedFrom > keptFor ? 'forget' : 'keep'
}
