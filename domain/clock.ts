const day = 24 * 60 * 60 * 1000

/** Answers that claim to be older than this are taken for a wrong clock. */
export const oldestAnswer = 400 * day

/** A difference up to this may be the way of the request and says nothing about the clock. */
const transit = 2 * 60 * 1000

export type Moments = Readonly<{
  answeredAt: number
  sentAt: number
  receivedAt: number
  /** When the door began: nobody can have answered before. */
  openedAt: number
}>

/**
 * When a response was really answered. The sender's clock is off by received − sent, so that much is added.
 * What then lies after the arrival, before the door began or too long ago cannot be believed: it counts on the
 * day of arrival, in doubt.
 */
export function correctedTime(moments: Moments): Readonly<{ at: number; isDoubtful: boolean }> {
  const { answeredAt, sentAt, receivedAt, openedAt } = moments
  const offset = receivedAt - sentAt
  const isClockRight = Math.abs(offset) <= transit && answeredAt <= receivedAt
  const at = isClockRight ? answeredAt : answeredAt + offset
  const isDoubtful = at > receivedAt || at < openedAt || at < receivedAt - oldestAnswer
  return isDoubtful ? { at: receivedAt, isDoubtful } : { at, isDoubtful }
}
