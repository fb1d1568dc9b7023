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
  /** Server's clock − the sender's, as the sender knew it when it was answered; null where it did not. */
  clockOffset?: number | null | undefined
}>

export type CorrectedTime = Readonly<{ at: number; isDoubtful: boolean }>

/**
 * When a response was really answered: by the offset that the device knew at that moment, which still holds where
 * its clock was set anew before it sent; else the sender's clock is taken to be off by received − sent. What then lies
 * after the arrival, before the door began or too long ago cannot be believed: it counts on the day of arrival, in
 * doubt.
 */
export function correctedTime(moments: Moments): CorrectedTime {
  const { receivedAt, openedAt } = moments
  const at = moments.clockOffset == null ? bySending(moments) : byOffset(moments)
  const isDoubtful = at > receivedAt || at < openedAt || at < receivedAt - oldestAnswer
  return isDoubtful ? { at: receivedAt, isDoubtful } : { at, isDoubtful }
}

function bySending({ answeredAt, sentAt, receivedAt }: Moments): number {
  const offset = receivedAt - sentAt
  const isClockRight = Math.abs(offset) <= transit && answeredAt <= receivedAt
  return isClockRight ? answeredAt : answeredAt + offset
}

/** An offset is measured over a network and a little uncertain: a moment too far ahead is the arrival. */
function byOffset({ answeredAt, clockOffset, receivedAt }: Moments): number {
  const at = answeredAt + (clockOffset ?? 0)
  return at > receivedAt && at <= receivedAt + transit ? receivedAt : at
}
