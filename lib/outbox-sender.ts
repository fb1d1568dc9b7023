import type { Send } from './outbox-delivery'
import { atOnce, isDue, nextTurn } from './outbox-schedule'
import { doubted, openCredential, settle } from './outbox-settlement'
import { listItems } from './outbox-store'

/** Sends the queue, item by item, and has each settled by the server's answer. */
export class OutboxSender {
  /** The turn of the queue as a whole: without a network all items would fare the same. */
  private line = atOnce

  constructor(
    private readonly send: Send,
    private readonly onSettled: () => void,
  ) {}

  /** Before this nothing is sent, unless eagerly. */
  get nextTryAt(): number {
    return this.line.nextTryAt
  }

  /** Sends what is due, as long as `keep` says that this page still may. */
  async sendDue(eager: boolean, keep: () => Promise<boolean>): Promise<void> {
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
      this.onSettled()
      const isBlocked = delivery.outcome === 'later' && delivery.isGeneral
      this.line = isBlocked ? nextTurn(this.line, Date.now(), delivery.heldUntil) : atOnce
      if (isBlocked) return
    }
  }
}
