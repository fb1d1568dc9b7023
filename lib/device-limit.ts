import { clientAddress } from './client-address'
import { env } from './env'
import { makeRateLimit } from './rate-limit'

// A code is one of 31^8 = 8.5 × 10^11 (39.6 bits) and lives ten minutes. The ceiling for all together lets 6,300 guesses
// into that time: one in 135 million; against a code that stood open all year, one in 2,700. It takes more than a
// hundred addresses to use it up, so that a guesser shuts out no official.
const everybody = makeRateLimit({ burst: 300, perSecond: 10 })
const oneAddress = makeRateLimit({ burst: 10, perSecond: 0.1 })
const oneTablet = makeRateLimit({ burst: 10, perSecond: 0.1 })

/** Whose tries are counted together. `tablet`: what shows a credential that is or was a device's. */
export type Guest = Readonly<{ address: string | null; tablet: number | null }>

export const guestOf = (request: Request, tablet: number | null): Guest => ({
  address: clientAddress(request, env().trustedProxyHops),
  tablet,
})

/**
 * Seconds after which a code may be tried again, 0 for now. A tablet that is a device already, or was one, has tries of
 * its own: whoever guesses beside it, behind the same address, cannot use those up.
 */
export function enrolmentWait({ address, tablet }: Guest, now: number): number {
  const wait =
    tablet !== null
      ? oneTablet(String(tablet), now)
      : address !== null
        ? oneAddress(address, now)
        : 0
  return wait > 0 ? wait : everybody('all', now)
}

/** A right code is no guess: an office may enrol a cartload of tablets from one address. */
export function forgetTry({ address, tablet }: Guest): void {
  if (tablet !== null) oneTablet.giveBack(String(tablet))
  else if (address !== null) oneAddress.giveBack(address)
  everybody.giveBack('all')
}

// A tablet asks and reports about once a minute.
const oneDevice = makeRateLimit({ burst: 60, perSecond: 1 })

/** Seconds after which this device may ask again, 0 for now. */
export const deviceWait = (deviceId: number, now: number): number =>
  oneDevice(String(deviceId), now)
