/** When something may be answered: from `openedAt` on, before `closedAt` where it is set. */
export type Opening = Readonly<{ openedAt: number; closedAt: number | null }>

/** How long after closing an answer may still come in that was given before; a tablet can be offline for weeks. */
const graceAfterClosing = 90 * 24 * 60 * 60 * 1000

/** Whether a form may be shown at this moment. */
export const isOpenAt = (openings: readonly Opening[], at: number): boolean =>
  openings.every(({ openedAt, closedAt }) => openedAt <= at && (closedAt === null || at < closedAt))

/**
 * Whether a response that was answered at `answeredAt` (corrected time) and arrives at `receivedAt` is taken in:
 * everything was open when it was answered, and nothing has been closed for longer than the grace. Where nobody can
 * know when it was answered (null), the person gets the benefit of the doubt: the grace alone decides.
 */
export const isAccepted = (
  openings: readonly Opening[],
  answeredAt: number | null,
  receivedAt: number,
): boolean =>
  (answeredAt === null
    ? openings.every(({ openedAt }) => openedAt <= receivedAt)
    : isOpenAt(openings, answeredAt)) &&
  openings.every(({ closedAt }) => closedAt === null || receivedAt < closedAt + graceAfterClosing)

/** Whether it is earlier than something began that is there already: then the clock that says so is wrong. */
export const isBeforeItAll = (openings: readonly Opening[], now: number): boolean =>
  openings.some(({ openedAt }) => openedAt > now)
