import type { ClockReading } from './device-records'
import { getSetting, putSettings } from './device-settings'

/** A reading from a slower round trip says too little. */
const longestTrip = 10_000
/** A step of the clock against the page's own time; also what sleep of the tablet looks like. */
const step = 5_000

let known: ClockReading | undefined
let pace = 0
/** Whether this page has heard the server's time itself. */
let isHeard = false

/** Takes up the last reading of an earlier start, unless the clock has been set back since. */
export async function loadClock(): Promise<void> {
  const kept = await getSetting('clock')
  if (known || !kept || kept.readAt > Date.now()) return
  keep(kept)
}

/** Notes the server's time, seen between two instants of this clock; the way is halved. */
export async function noteServerTime(serverTime: number, askedAt: number): Promise<void> {
  const readAt = Date.now()
  const trip = readAt - askedAt
  if (trip < 0 || trip > longestTrip) return
  const reading = { offset: Math.round(serverTime - askedAt - trip / 2), readAt }
  keep(reading)
  isHeard = true
  await putSettings({ clock: reading, contact: { at: readAt } })
}

/**
 * The server's clock less this one's in milliseconds, as last known; undefined when unknown. A clock that has made a
 * step since is unknown again: the server then goes by the time of sending.
 */
export function clockOffset(): number | undefined {
  if (known && Math.abs(paceNow() - pace) > step) known = undefined
  return known?.offset
}

/** The server's clock now, where this page has heard it itself: between two starts the own clock may have jumped. */
export function serverNow(): number | undefined {
  const offset = clockOffset()
  return isHeard && offset !== undefined ? Date.now() + offset : undefined
}

function keep(reading: ClockReading) {
  known = reading
  pace = paceNow()
}

const paceNow = () => Date.now() - performance.now()
