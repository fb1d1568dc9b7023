import { logFault } from '@/lib/log'

/**
 * Text that is made only as fast as it is read: a slow reader slows the work down, one that hangs up ends it, and what
 * fails half-way breaks the download off instead of ending it as if it were whole.
 */
export function streamText(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isWanted = true
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await parts.next()
        if (!isWanted) return
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        logFault('export broken off', error)
        controller.error(error)
      }
    },
    async cancel() {
      isWanted = false
      await parts.return(undefined)
    },
  })
}
