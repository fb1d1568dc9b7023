import { type Body, type Delivery, postResponse, type Send } from './outbox-delivery'
import { runAlone } from './outbox-lock'
import { isDue, nextTurn, type Turn } from './outbox-schedule'
import {
  addItem,
  listItems,
  listQuarantined,
  type OutboxItem,
  putTurn,
  quarantineItem,
  removeItem,
} from './outbox-store'

/** Where a response is now, as far as this device can honestly say. */
export type ItemStatus =
  | Readonly<{ state: 'waiting'; attempts: number }>
  | Readonly<{ state: 'refused'; reasons: readonly string[] }>
  | Readonly<{ state: 'gone' }>

const tick = 30_000
const atOnce: Turn = { attempts: 0, nextTryAt: 0, heldUntil: 0 }
const leaseRetry = 5_000

/**
 * The queue of frozen responses on this device. `enqueue` resolves once the response is on the disk; one page at a
 * time sends; only a 2xx removes an item; what is refused for good is set aside and blocks nothing.
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

  /** How many responses wait and how many were refused for good. Throws StoreUnavailable. */
  async status(): Promise<Readonly<{ waiting: number; refused: number }>> {
    const [waiting, refused] = await Promise.all([listItems(), listQuarantined()])
    return { waiting: waiting.length, refused: refused.length }
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
    for (const item of await listItems()) {
      if (!isDue(this.line, Date.now(), eager)) return
      if (!isDue(item, Date.now(), eager)) continue
      if (!(await keep())) return
      const delivery = await this.send(item.body)
      await settle(item, delivery)
      this.announce()
      const isBlocked = delivery.outcome === 'later' && delivery.isGeneral
      this.line = isBlocked ? nextTurn(this.line, Date.now(), delivery.heldUntil) : atOnce
      if (isBlocked) return
    }
  }

  private async schedule(isMine: boolean): Promise<void> {
    clearTimeout(this.timer)
    const items = await listItems()
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

async function settle(item: OutboxItem, delivery: Delivery): Promise<void> {
  if (delivery.outcome === 'accepted') return removeItem(item.id)
  const now = Date.now()
  if (delivery.outcome === 'later') return putTurn(item.id, nextTurn(item, now, delivery.heldUntil))
  const { id, body, createdAt } = item
  const { status, reasons } = delivery
  await quarantineItem({ id, body, createdAt, state: 'refused', refusedAt: now, status, reasons })
}

function openChannel(): BroadcastChannel | undefined {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel('hai-long-outbox') : undefined
}
