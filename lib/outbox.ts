import { checkDevice } from './device-link'
import { getSetting } from './device-settings'
import type { OutboxItem, QuarantinedItem } from './outbox-database'
import { type Body, type Delivery, postResponse, type Send } from './outbox-delivery'
import { freezeDraft } from './outbox-drafts'
import { runAlone } from './outbox-lock'
import { atOnce, isDue, nextTurn } from './outbox-schedule'
import {
  acknowledgeItem,
  addItem,
  forgetAcknowledged,
  listAcknowledged,
  listItems,
  listQuarantined,
  putTurn,
  quarantineItem,
  removeItem,
  returnAcknowledged,
  returnQuarantined,
} from './outbox-store'

/** Where a response is now, as far as this device can honestly say. */
export type ItemStatus =
  | Readonly<{ state: 'waiting'; attempts: number }>
  | Readonly<{ state: 'refused'; reasons: readonly string[] }>
  | Readonly<{ state: 'gone' }>

const tick = 30_000
const leaseRetry = 5_000
/** How long what the server confirmed stays here: the age of the oldest backup it may have to go back to. */
const keptFor = 24 * 60 * 60 * 1000

/** What staff see of the queue. */
export type QueueStatus = Readonly<{
  waiting: number
  /** When the oldest waiting response was answered; null when nothing waits. */
  oldestAt: number | null
  refused: number
  /** Confirmed by the server within the last day. */
  acknowledged: number
}>

/**
 * The queue of frozen responses on this device. `enqueue` resolves once the response is on the disk; one page at a
 * time sends; only a 2xx removes an item; what is refused for good is set aside and blocks nothing. What came in
 * through a tablet's door goes with its credential, waits while the server bars the device, and is kept for a day
 * after it was confirmed.
 */
export class Outbox {
  private readonly listeners = new Set<() => void>()
  private readonly channel = openChannel()
  private running: Promise<void> | undefined
  private wanted: 'no' | 'due' | 'eager' = 'no'
  private timer: ReturnType<typeof setTimeout> | undefined
  /** The turn of the queue as a whole: without a network all items would fare the same. */
  private line = atOnce

  constructor(private readonly send: Send = postResponse) {}

  /** Stores the response for good. Throws StoreUnavailable: then nothing is kept and nobody may be thanked. */
  async enqueue(id: string, body: Body): Promise<void> {
    await addItem({ id, body, createdAt: Date.now(), state: 'waiting', ...atOnce })
    this.announce()
  }

  /** Stores a tablet's response in place of its draft; as final as `enqueue`. Throws StoreUnavailable. */
  async freeze(id: string, body: Body): Promise<void> {
    await freezeDraft(id, body, Date.now())
    this.announce()
  }

  /** Sends again what was confirmed within the last day, for a server that had to go back to a backup. */
  async resend(): Promise<number> {
    const n = await returnAcknowledged()
    this.announce()
    void this.flush(true)
    return n
  }

  /** Gives what was refused for good another try, for staff who have mended the reason. */
  async retryRefused(): Promise<number> {
    const n = await returnQuarantined()
    this.announce()
    void this.flush(true)
    return n
  }

  /** Sends what is due; `eager` also what only waits out a failed try. Never throws. */
  flush(eager = false): Promise<void> {
    if (eager || this.wanted === 'no') this.wanted = eager ? 'eager' : 'due'
    this.running ??= this.run().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  /** Where the response is; `gone` after `enqueue` means that the server has it. Throws StoreUnavailable. */
  async find(id: string): Promise<ItemStatus> {
    const refused = (await listQuarantined()).find((item) => item.id === id)
    if (refused) return { state: 'refused', reasons: refused.reasons }
    const waiting = (await listItems()).find((item) => item.id === id)
    return waiting ? { state: 'waiting', attempts: waiting.attempts } : { state: 'gone' }
  }

  /** What waits, was refused for good, and was confirmed lately. Throws StoreUnavailable. */
  async status(): Promise<QueueStatus> {
    const [waiting, refused, acknowledged] = await Promise.all([
      listItems(),
      listQuarantined(),
      listAcknowledged(),
    ])
    const oldestAt = waiting.length > 0 ? Math.min(...waiting.map(answeredAt)) : null
    const counts = { refused: refused.length, acknowledged: acknowledged.length }
    return { waiting: waiting.length, oldestAt, ...counts }
  }

  /** What was refused for good, with the server's reasons. Throws StoreUnavailable. */
  quarantined(): Promise<readonly QuarantinedItem[]> {
    return listQuarantined()
  }

  /** Calls back after every change, whichever page made it. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Sends on every occasion from now on: at once, network back, page shown, and on a timer. Returns the way to stop. */
  start(): () => void {
    const eagerly = () => void this.flush(true)
    const onShown = () => document.visibilityState === 'visible' && eagerly()
    const onOther = () => this.tellListeners()
    const rhythm = setInterval(() => void this.flush(), tick)
    addEventListener('online', eagerly)
    addEventListener('pageshow', eagerly)
    document.addEventListener('visibilitychange', onShown)
    this.channel?.addEventListener('message', onOther)
    eagerly()
    return () => {
      clearInterval(rhythm)
      clearTimeout(this.timer)
      removeEventListener('online', eagerly)
      removeEventListener('pageshow', eagerly)
      document.removeEventListener('visibilitychange', onShown)
      this.channel?.removeEventListener('message', onOther)
    }
  }

  private async run(): Promise<void> {
    let isMine = true
    while (this.wanted !== 'no' && isMine) {
      const eager = this.wanted === 'eager'
      this.wanted = 'no'
      // A store that fails now is tried again on the next occasion; the items are where they were.
      isMine = await runAlone((keep) => this.sendDue(eager, keep)).catch(() => true)
    }
    this.wanted = 'no'
    await this.schedule(isMine).catch(() => undefined)
  }

  private async sendDue(eager: boolean, keep: () => Promise<boolean>): Promise<void> {
    let credential = await openCredential()
    for (const item of await listItems()) {
      if (!isDue(this.line, Date.now(), eager)) return
      if (!isDue(item, Date.now(), eager)) continue
      if (item.isOfDevice && !credential) continue
      if (!(await keep())) return
      const answer = await this.send(item.body, item.isOfDevice ? credential : undefined)
      const delivery = item.isOfDevice ? await doubted(answer) : answer
      await settle(item, delivery)
      if (delivery.outcome === 'later' && delivery.isBarred) credential = await openCredential()
      this.announce()
      const isBlocked = delivery.outcome === 'later' && delivery.isGeneral
      this.line = isBlocked ? nextTurn(this.line, Date.now(), delivery.heldUntil) : atOnce
      if (isBlocked) return
    }
  }

  private async schedule(isMine: boolean): Promise<void> {
    clearTimeout(this.timer)
    await forgetAcknowledged(Date.now() - keptFor, Date.now() + keptFor)
    const credential = await openCredential()
    const items = (await listItems()).filter((item) => credential || !item.isOfDevice)
    if (items.length === 0) return
    const soonest = Math.min(...items.map((item) => item.nextTryAt))
    const untilThen = Math.max(soonest, this.line.nextTryAt) - Date.now()
    const wait = Math.min(tick, Math.max(isMine ? 500 : leaseRetry, untilThen))
    this.timer = setTimeout(() => void this.flush(), wait)
  }

  private announce(): void {
    this.tellListeners()
    this.channel?.postMessage('changed')
  }

  private tellListeners(): void {
    for (const listener of this.listeners) listener()
  }
}

/** The credential that a tablet's responses are sent with; undefined while they must wait. */
async function openCredential(): Promise<string | undefined> {
  const [enrolment, pause] = await Promise.all([getSetting('enrolment'), getSetting('pause')])
  return pause ? undefined : enrolment?.credential
}

/**
 * Before a tablet's response is believed to be refused: is it this one, or the whole device? A server that went back
 * to an older backup may know neither the door nor the device, and then everything waits.
 */
async function doubted(delivery: Delivery): Promise<Delivery> {
  const isUnknown = delivery.outcome === 'refused' && delivery.status === 404
  const isBarred = delivery.outcome === 'later' && delivery.isBarred
  if (!isUnknown && !isBarred) return delivery
  const isKnown = (await checkDevice()) === 'known'
  if (isKnown || isBarred) return delivery
  return { outcome: 'later', isGeneral: false, isBarred: true, heldUntil: 0 }
}

async function settle(item: OutboxItem, delivery: Delivery): Promise<void> {
  const now = Date.now()
  if (delivery.outcome === 'accepted') return settleAccepted(item, now)
  if (delivery.outcome === 'later') return putTurn(item.id, nextTurn(item, now, delivery.heldUntil))
  const { id, body, createdAt, isOfDevice = false } = item
  const { status, reasons } = delivery
  const why = { state: 'refused', refusedAt: now, status, reasons } as const
  await quarantineItem({ id, body, createdAt, isOfDevice, ...why })
}

// Only a tablet keeps what was sent: on a citizen's own phone nothing may stay behind.
async function settleAccepted({ id, body, createdAt, isOfDevice }: OutboxItem, now: number) {
  if (!isOfDevice) return removeItem(id)
  // On a full disk the copy is given up: the server has the response.
  await acknowledgeItem({ id, body, createdAt, acknowledgedAt: now }).catch(() => removeItem(id))
}

const answeredAt = ({ body, createdAt }: OutboxItem) =>
  typeof body.answeredAt === 'number' ? body.answeredAt : createdAt

function openChannel(): BroadcastChannel | undefined {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel('hai-long-outbox') : undefined
}
