import { checkDevice, type QueueReport, reportState } from './device-link'
import { getSetting } from './device-settings'
import type { Outbox } from './outbox'

const every = 4 * 60_000
/** After a change in the queue, so that ten answers sent in a row make one report. */
const settling = 5_000

/** Keeps the server informed of this tablet, and the tablet of its surveys and the time. Returns the way to stop. */
export function startHeartbeat(outbox: Outbox, appVersion: string, onBeat: () => void): () => void {
  let last = ''
  const report = async () => {
    const queue = await queueOf(outbox)
    last = JSON.stringify(queue)
    await reportState(queue, appVersion)
  }
  const beat = async () => {
    const wasPaused = (await getSetting('pause')) !== undefined
    const standing = await checkDevice()
    if (standing === 'known') {
      // What waited for the device to be known again waits no longer.
      void outbox.flush(wasPaused)
      await report()
    }
    onBeat()
  }
  const quietly = (work: () => Promise<void>) => void work().catch(() => undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  const reportChange = async () => {
    timer = undefined
    if (JSON.stringify(await queueOf(outbox)) !== last) await report()
  }
  const onChange = () => {
    timer ??= setTimeout(() => quietly(reportChange), settling)
  }
  const stopListening = outbox.subscribe(onChange)
  const rhythm = setInterval(() => quietly(beat), every)
  const onOnline = () => quietly(beat)
  addEventListener('online', onOnline)
  quietly(beat)
  return () => {
    stopListening()
    clearInterval(rhythm)
    clearTimeout(timer)
    removeEventListener('online', onOnline)
  }
}

async function queueOf(outbox: Outbox): Promise<QueueReport> {
  const { waiting, unsaved, oldestAt, refused } = await outbox.status()
  return { queueLength: waiting + unsaved, oldestWaitingAt: oldestAt, quarantineLength: refused }
}
