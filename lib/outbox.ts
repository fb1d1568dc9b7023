import { serverNow } from './device-clock'
import { type Body, postResponse, type Send } from './outbox-delivery'
import { freezeDraft } from './outbox-drafts'
import { runAlone } from './outbox-lock'
import { OutboxNews } from './outbox-news'
import { onEveryOccasion, tick } from './outbox-occasions'
import type { OutboxItem, QuarantinedItem } from './outbox-records'
import { Rescue, type UnsavedItem } from './outbox-rescue'
import { atOnce } from './outbox-schedule'
import { OutboxSender } from './outbox-sender'
import { openCredential } from './outbox-settlement'
import { findItem, type ItemStatus, readStatus, type StoredStatus } from './outbox-status'
import {
  addItem,
  forgetAcknowledged,
  listItems,
  listQuarantined,
  returnAcknowledged,
  returnQuarantined,
} from './outbox-store'

const leaseRetry = 5_000
const forgetEvery = 10 * 60_000

/** What staff see of the queue; `unsaved` is only in the memory of this page. */
export type QueueStatus = StoredStatus & Readonly<{ unsaved: number }>

/**
 * The queue of frozen responses on this device. `enqueue` resolves once the response is on the disk; one page at a
 * time sends; only a 2xx removes an item; what is refused for good is set aside and blocks nothing. What came in
 * through a tablet's door goes with its credential, waits while the server bars the device, and is kept for a day
 * after it was confirmed.
 */
export class Outbox {
  private readonly news = new OutboxNews()
  private readonly sender: OutboxSender
  private readonly rescue: Rescue
  private running: Promise<void> | undefined
  private wanted: 'no' | 'due' | 'eager' = 'no'
  private timer: ReturnType<typeof setTimeout> | undefined
  private forgotAt = Number.NEGATIVE_INFINITY

  constructor(send: Send = postResponse) {
    this.sender = new OutboxSender(send, () => this.news.announce())
    this.rescue = new Rescue(send)
  }

  /** Stores the response for good. Throws StoreUnavailable: then nothing is kept and nobody may be thanked. */
  async enqueue(id: string, body: Body): Promise<void> {
    await addItem({ id, body, createdAt: Date.now(), state: 'waiting', ...atOnce })
    this.news.announce()
  }

  /**
   * Stores a tablet's response in place of its draft; as final as `enqueue`. `older`: another body was frozen under
   * this id before, and stays. Throws StoreUnavailable.
   */
  async freeze(id: string, body: Body): Promise<'frozen' | 'older'> {
    const outcome = await freezeDraft(id, body, Date.now())
    this.news.announce()
    return outcome
  }

  /** For a person who has left: tries disk and server until one of them takes it, as long as this page lives. */
  async bringIn(id: string, body: Body, credential: string): Promise<void> {
    this.rescue.add(id, body, credential)
    if (await this.rescue.store(id)) this.news.announce()
    await this.flush(true)
  }

  /** What is only in the memory of this page, and would be gone with it. */
  unsaved(): readonly UnsavedItem[] {
    return this.rescue.list()
  }

  /** Sends again what was confirmed within the last day, for a server that had to go back to a backup. */
  async resend(): Promise<number> {
    const n = await returnAcknowledged()
    this.news.announce()
    void this.flush(true)
    return n
  }

  /** Gives what was refused, or not taken from this enrolment, another try, for staff who have mended the reason. */
  async retryRefused(): Promise<number> {
    const n = await returnQuarantined()
    this.news.announce()
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
  find(id: string): Promise<ItemStatus> {
    return findItem(id)
  }

  /** What waits, was refused for good, and was confirmed lately. Throws StoreUnavailable. */
  async status(): Promise<QueueStatus> {
    return { ...(await readStatus()), unsaved: this.rescue.size }
  }

  /** What was refused for good, with the server's reasons. Throws StoreUnavailable. */
  quarantined(): Promise<readonly QuarantinedItem[]> {
    return listQuarantined()
  }

  /** What waits for another enrolment. Throws StoreUnavailable. */
  async foreign(): Promise<readonly OutboxItem[]> {
    return (await listItems()).filter(({ isForeign }) => isForeign)
  }

  /** Calls back after every change, whichever page made it. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.news.subscribe(listener)
  }

  /** Sends on every occasion from now on: at once, network back, page shown, and on a timer. Returns the way to stop. */
  start(): () => void {
    const stopHearing = this.news.hear()
    const stopSending = onEveryOccasion((eager) => void this.flush(eager))
    return () => {
      stopSending()
      clearTimeout(this.timer)
      stopHearing()
    }
  }

  private async run(): Promise<void> {
    let isMine = true
    if (await this.rescue.bringIn()) this.news.announce()
    while (this.wanted !== 'no' && isMine) {
      const eager = this.wanted === 'eager'
      this.wanted = 'no'
      // A store that fails now is tried again on the next occasion; the items are where they were.
      isMine = await runAlone((keep) => this.sender.sendDue(eager, keep)).catch(() => true)
    }
    this.wanted = 'no'
    await this.schedule(isMine).catch(() => undefined)
  }

  private async schedule(isMine: boolean): Promise<void> {
    clearTimeout(this.timer)
    await this.forget()
    const credential = await openCredential()
    const items = (await listItems()).filter((item) => credential || !item.isOfDevice)
    if (items.length === 0) return
    const soonest = Math.min(...items.map((item) => item.nextTryAt))
    const untilThen = Math.max(soonest, this.sender.nextTryAt) - Date.now()
    const wait = Math.min(tick, Math.max(isMine ? 500 : leaseRetry, untilThen))
    this.timer = setTimeout(() => void this.flush(), wait)
  }

  private async forget(): Promise<void> {
    const now = serverNow()
    if (now === undefined || performance.now() - this.forgotAt < forgetEvery) return
    this.forgotAt = performance.now()
    await forgetAcknowledged(now)
  }
}
