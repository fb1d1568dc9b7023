import { useEffect, useState } from 'react'
import { checkDevice, storageState } from '@/lib/device-link'
import { getSetting } from '@/lib/device-settings'
import type { QueueStatus } from '@/lib/outbox'
import type { QuarantinedItem } from '@/lib/outbox-records'
import { outbox } from '../submission'

/** What the panel shows, and the two ways to send. */
export type PanelState = QueueStatus &
  Readonly<{
    /** When the server last answered, by this tablet's clock. */
    contactAt: number | undefined
    quarantined: readonly QuarantinedItem[]
    storagePersisted: boolean | null
    storageFree: number | null
    sendNow: () => void
    resend: () => void
  }>

const every = 3_000

/** Read when the panel opens, after every change, and every few seconds; undefined until then. */
export function usePanelState(): PanelState | undefined {
  const [state, setState] = useState<PanelState>()
  useEffect(() => {
    const look = () => void readState().then(setState, () => undefined)
    look()
    const rhythm = setInterval(look, every)
    const stop = outbox().subscribe(look)
    return () => {
      clearInterval(rhythm)
      stop()
    }
  }, [])
  return state
}

async function readState(): Promise<PanelState> {
  const [status, quarantined, storage, contact] = await Promise.all([
    outbox().status(),
    outbox().quarantined(),
    storageState(),
    getSetting('contact'),
  ])
  return { ...status, ...storage, quarantined, contactAt: contact?.at, sendNow, resend }
}

// Staff who ask for it also want to hear whether the device is still known.
const sendNow = () =>
  void checkDevice()
    .then(() => outbox().flush(true))
    .catch(() => undefined)

const resend = () =>
  void outbox()
    .resend()
    .catch(() => undefined)
