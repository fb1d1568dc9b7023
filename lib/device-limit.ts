import { ceilings } from '@/domain/ceiling'
import { hostOf } from './client-address'
import type { Origin } from './network-limit'
import { sharedRateLimit } from './rate-limit'

// A code is one of 31^8 = 8.5 × 10^11 (39.6 bits) and lives ten minutes. The ceiling for all together lets 6,300 guesses
// into that time: one in 135 million; against a code that stood open all year, one in 2,700. It takes more than a
// hundred addresses to use it up, so that a guesser shuts out no official.
const everybody = sharedRateLimit('enrolment', { burst: 300, perSecond: 10 })
const oneAddress = sharedRateLimit('enrolment-address', { burst: 10, perSecond: 0.1 })
const oneTablet = sharedRateLimit('enrolment-tablet', { burst: 10, perSecond: 0.1 })

/** Whose tries are counted together. `tablet`: what shows a credential that is or was a device's. */
export type Guest = Readonly<{ from: Origin; tablet: number | null }>

/**
 * Seconds after which a code may be tried again, 0 for now. A tablet that is a device already, or was one, has tries of
 * its own: whoever guesses beside it, behind the same address, cannot use those up. From an exempt range only the
 * ceiling for all holds: visitors who guess there must not keep the office from enrolling its tablets.
 */
export function enrolmentWait({ from, tablet }: Guest, now: number): number {
  const host = hostKey(from)
  const wait =
    tablet !== null ? oneTablet(String(tablet), now) : host !== null ? oneAddress(host, now) : 0
  return wait > 0 ? wait : everybody('all', now)
}

/** A right code is no guess: an office may enrol a cartload of tablets from one address. */
export function forgetTry({ from, tablet }: Guest): void {
  const host = hostKey(from)
  if (tablet !== null) oneTablet.giveBack(String(tablet))
  else if (host !== null) oneAddress.giveBack(host)
  everybody.giveBack('all')
}

const hostKey = ({ address, isExempt }: Origin): string | null =>
  address === null || isExempt ? null : hostOf(address)

const asking = sharedRateLimit('device-asking', ceilings.deviceAsking)
const sending = sharedRateLimit('device-sending', ceilings.deviceSending)

/** Seconds after which this device may ask and report again, 0 for now. */
export const deviceWait = (deviceId: number, now: number): number => asking(String(deviceId), now)

/** Seconds after which responses of this device are taken again, 0 for now. */
export const sendingWait = (deviceId: number, now: number): number => sending(String(deviceId), now)
