import { serverNow } from './device-clock'
import { checkDevice } from './device-link'
import { getSetting } from './device-settings'
import type { Delivery } from './outbox-delivery'
import type { OutboxItem } from './outbox-records'
import { nextTurn } from './outbox-schedule'
import { acknowledgeItem, putTurn, quarantineItem, removeItem } from './outbox-store'

/** The credential that a tablet's responses are sent with; undefined while they must wait. */
export async function openCredential(): Promise<string | undefined> {
  const [enrolment, pause] = await Promise.all([getSetting('enrolment'), getSetting('pause')])
  return pause ? undefined : enrolment?.credential
}

/**
 * Before a tablet's response is believed to be refused: is it this one, or the whole device? A server that went back
 * to an older backup may know neither the door nor the device, and then everything waits.
 */
export async function doubted(delivery: Delivery): Promise<Delivery> {
  const isUnknown = delivery.outcome === 'refused' && delivery.status === 404
  const isBarred = delivery.outcome === 'later' && delivery.isBarred
  if (!isUnknown && !isBarred) return delivery
  const wasPaused = (await getSetting('pause')) !== undefined
  const isKnown = (await checkDevice()) === 'known'
  // Known again just now: the answer may be of the time before.
  if (isBarred) return { ...delivery, isForeign: isKnown && !wasPaused }
  if (isKnown) return delivery
  return { outcome: 'later', isGeneral: false, isBarred: true, heldUntil: 0 }
}

/** What only another enrolment can mend is tried again this rarely. */
const foreignPause = 30 * 60_000

/** Writes down what a sending came to. Throws StoreUnavailable. */
export async function settle(item: OutboxItem, delivery: Delivery): Promise<void> {
  const now = Date.now()
  if (delivery.outcome === 'accepted') return settleAccepted(item, now)
  if (delivery.outcome === 'later') {
    const isForeign = delivery.isForeign === true
    const heldUntil = isForeign ? now + foreignPause : delivery.heldUntil
    return putTurn(item.id, { ...nextTurn(item, now, heldUntil), isForeign })
  }
  const { id, body, createdAt, isOfDevice = false } = item
  const { status, reasons } = delivery
  const why = { state: 'refused', refusedAt: now, status, reasons } as const
  await quarantineItem({ id, body, createdAt, isOfDevice, ...why })
}

// Only a tablet keeps what was sent: on a citizen's own phone nothing may stay behind.
async function settleAccepted({ id, body, createdAt, isOfDevice }: OutboxItem, now: number) {
  if (!isOfDevice) return removeItem(id)
  const counted = serverNow()
  const from = counted === undefined ? {} : { countedFrom: counted }
  const copy = { id, body, createdAt, acknowledgedAt: now, ...from }
  // On a full disk the copy is given up: the server has the response.
  await acknowledgeItem(copy).catch(() => removeItem(id))
}
