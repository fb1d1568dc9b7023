import { clockOffset, noteServerTime } from './device-clock'
import type { Enrolment, Office } from './device-records'
import { ask, isRecord, reasonIn } from './device-request'
import { getSetting, putSettings } from './device-settings'
import type { PinLock } from './pin'

/** What the server says of this tablet: known, or no longer; or nothing was heard of it. */
export type Standing = 'known' | 'barred' | 'unreached'

export type EnrolOutcome =
  | Readonly<{ state: 'enrolled' }>
  | Readonly<{ state: 'refused'; reason: string }>
  | Readonly<{ state: 'unreached' }>

export type QueueReport = Readonly<{
  queueLength: number
  oldestWaitingAt: number | null
  quarantineLength: number
}>

/**
 * Makes this tablet a device by a code from staff, and the PIN the one of its panel: only together, so that nobody
 * without a code can change the PIN. The credential before lets it send what it collected.
 */
export async function enrolDevice(code: string, pin: PinLock): Promise<EnrolOutcome> {
  const before = await getSetting('enrolment')
  // A tablet that cannot keep its credential would be lost at once: find out before the code is spent.
  await putSettings({ enrolment: before })
  const previous = before && { previous: { credential: before.credential } }
  const answer = await ask('/api/v1/devices', { method: 'POST', body: { code, ...previous } })
  if (!answer) return { state: 'unreached' }
  const { deviceId, credential } = answer.json
  if (answer.status !== 201 || typeof credential !== 'string') {
    return { state: 'refused', reason: reasonIn(answer.json) }
  }
  const enrolment: Enrolment = { deviceId: String(deviceId), credential, enrolledAt: Date.now() }
  await putSettings({ enrolment, pin, pause: undefined, office: undefined })
  await checkDevice()
  return { state: 'enrolled' }
}

let asked = 0
let heard = 0

/** Asks who we are to the server and keeps what it says: surveys, time, or that the device is barred. */
export async function checkDevice(): Promise<Standing> {
  const enrolment = await getSetting('enrolment')
  if (!enrolment) return 'unreached'
  const askedAt = Date.now()
  const turn = ++asked
  const answer = await ask('/api/v1/devices/self', { credential: enrolment.credential })
  // A slow answer must not undo what a later question has brought already.
  if (!answer || turn < heard) return 'unreached'
  heard = turn
  if (answer.status === 401 || answer.status === 403) {
    const pause = await getSetting('pause')
    if (!pause) await putSettings({ pause: { since: Date.now(), status: answer.status } })
    return 'barred'
  }
  if (answer.status !== 200 || !isOffice(answer.json)) return 'unreached'
  const { serverTime, ...office } = answer.json
  await putSettings({ office, pause: undefined })
  if (typeof serverTime === 'number') await noteServerTime(serverTime, askedAt)
  return 'known'
}

/** Tells the server how the tablet fares. Never throws; what is not heard is told the next time. */
export async function reportState(queue: QueueReport, appVersion: string): Promise<void> {
  const enrolment = await getSetting('enrolment')
  if (!enrolment) return
  const sentAt = Date.now()
  const { credential } = enrolment
  const state = { ...queue, ...(await storageState()), clockOffset: clockOffset() ?? null }
  const body = { ...state, appVersion, sentAt }
  const answer = await ask('/api/v1/devices/self/report', { method: 'POST', credential, body })
  const serverTime = answer?.status === 200 ? answer.json.serverTime : undefined
  if (typeof serverTime === 'number') await noteServerTime(serverTime, sentAt)
}

/** Whether the browser promised to keep what is stored, and how many bytes are left; null where it cannot say. */
export async function storageState() {
  const storage = 'storage' in navigator ? navigator.storage : undefined
  const storagePersisted = (await storage?.persisted?.().catch(() => null)) ?? null
  const { quota, usage } = (await storage?.estimate?.().catch(() => undefined)) ?? {}
  const isTold = quota !== undefined && usage !== undefined
  return { storagePersisted, storageFree: isTold ? Math.max(0, Math.round(quota - usage)) : null }
}

// The shape is the server's own; this only tells its answers from another's.
const isOffice = (json: Record<string, unknown>): json is Office & { serverTime: unknown } =>
  isRecord(json.device) && isRecord(json.unit) && isRecord(json.desk) && Array.isArray(json.surveys)
