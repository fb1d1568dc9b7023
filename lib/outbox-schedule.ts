/** When an item may be tried again. `heldUntil` is what the server asked for; nothing overrides it. */
export type Turn = Readonly<{ attempts: number; nextTryAt: number; heldUntil: number }>

/** A turn that never failed. */
export const atOnce: Turn = { attempts: 0, nextTryAt: 0, heldUntil: 0 }

const shortest = 2_000
const longest = 5 * 60_000
/** A time further ahead than any wait of ours comes of a clock that was set back. */
const believable = 60 * 60_000 + longest

/** The next turn after a failed try: doubling waits, half of each by chance so that tablets do not march in step. */
export function nextTurn(turn: Turn, now: number, heldUntil: number, chance = Math.random()): Turn {
  const wait = Math.min(longest, shortest * 2 ** Math.min(turn.attempts, 20))
  const nextTryAt = Math.max(heldUntil, now + wait * (0.5 + chance / 2))
  return { attempts: turn.attempts + 1, nextTryAt, heldUntil }
}

/** `eager`: something changed (network back, page shown again), so only the server's own wish is waited for. */
export function isDue(turn: Turn, now: number, eager: boolean): boolean {
  const at = eager ? turn.heldUntil : turn.nextTryAt
  return at <= now || at > now + believable
}
