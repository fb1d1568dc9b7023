import type { Body, Send } from './outbox-delivery'
import { dropDraft, freezeDraft } from './outbox-drafts'

/** A response that is only in the memory of this page. */
export type UnsavedItem = Readonly<{
  id: string
  body: Body
  credential: string
  createdAt: number
}>

/**
 * Responses of people who have left, while neither the disk nor the server would take them. They are tried again as
 * long as the page lives: the disk first, then the server.
 */
export class Rescue {
  private readonly held = new Map<string, UnsavedItem>()

  constructor(private readonly send: Send) {}

  get size(): number {
    return this.held.size
  }

  add(id: string, body: Body, credential: string): void {
    // The first body may have got through: it is the one that stays.
    if (!this.held.has(id)) this.held.set(id, { id, body, credential, createdAt: Date.now() })
  }

  list(): readonly UnsavedItem[] {
    return [...this.held.values()]
  }

  /** Tries each once more; answers whether one of them is safe now. Never throws. */
  async bringIn(): Promise<boolean> {
    const before = this.held.size
    for (const item of this.list()) {
      const outcome = (await this.store(item.id)) ? 'stored' : await this.deliver(item)
      if (outcome === 'stored') this.held.delete(item.id)
      // The others would fare the same now.
      if (outcome === 'blocked') break
    }
    return this.held.size < before
  }

  /** Tries the disk alone; true once it is there, or was never held. */
  async store(id: string): Promise<boolean> {
    const item = this.held.get(id)
    const isStored =
      !item ||
      (await freezeDraft(id, item.body, item.createdAt).then(
        () => true,
        () => false,
      ))
    if (isStored) this.held.delete(id)
    return isStored
  }

  private async deliver({ id, body, credential }: UnsavedItem) {
    const delivery = await this.send(body, credential)
    if (delivery.outcome === 'later' && delivery.isGeneral) return 'blocked'
    if (delivery.outcome !== 'accepted') return 'waiting'
    // A draft on the disk must not follow it under the same id.
    await dropDraft(id).catch(() => undefined)
    return 'stored'
  }
}
