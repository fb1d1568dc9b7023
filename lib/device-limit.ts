import { clientNetwork } from './client-address'
import { env } from './env'
import { makeRateLimit } from './rate-limit'

// A code has 31^8 forms and lives ten minutes: at one try a second for all together, a year of guessing at a code that
// always stands open meets it with a chance of one in 27,000. A network of its own cannot use up everybody's tries.
const everybody = makeRateLimit({ burst: 30, perSecond: 1 })
const oneNetwork = makeRateLimit({ burst: 10, perSecond: 0.1 })

/** Seconds after which a code may be tried again, 0 for now. */
export function enrolmentWait(request: Request, now: number): number {
  const network = clientNetwork(request, env().trustedProxyHops)
  const own = network === null ? 0 : oneNetwork(network, now)
  return own > 0 ? own : everybody('all', now)
}

// A tablet asks and reports about once a minute.
const oneDevice = makeRateLimit({ burst: 60, perSecond: 1 })

/** Seconds after which this device may ask again, 0 for now. */
export const deviceWait = (deviceId: number, now: number): number =>
  oneDevice(String(deviceId), now)
