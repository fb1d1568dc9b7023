/** Listeners read the whole queue: told of every item, a long queue would take the square of its length. */
const tellEvery = 500

/** Tells who listens, in this page and in the others of this device, that the queue has changed. */
export class OutboxNews {
  private readonly listeners = new Set<() => void>()
  private readonly channel = openChannel()
  private telling: ReturnType<typeof setTimeout> | undefined
  private isUntold = false

  /** Calls back after every change that is announced or heard of. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** At once after a pause, then as often as `tellEvery`, and in any case after the last change. */
  announce(): void {
    this.isUntold = true
    if (this.telling) return
    this.isUntold = false
    this.tellListeners()
    this.channel?.postMessage('changed')
    this.telling = setTimeout(() => {
      this.telling = undefined
      if (this.isUntold) this.announce()
    }, tellEvery)
  }

  /** Passes on what other pages announce. Returns the way to stop. */
  hear(): () => void {
    const onOther = () => this.tellListeners()
    this.channel?.addEventListener('message', onOther)
    return () => this.channel?.removeEventListener('message', onOther)
  }

  private tellListeners(): void {
    for (const listener of this.listeners) listener()
  }
}

function openChannel(): BroadcastChannel | undefined {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel('hai-long-outbox') : undefined
}
