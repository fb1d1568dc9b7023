import { clientNetwork } from './client-address'
import { env } from './env'
import { makeRateLimit } from './rate-limit'

// A whole office may stand behind one door and one address: only a flood gets near these ceilings.
const doorLimit = makeRateLimit({ burst: 10_000, perSecond: 100 })
const networkLimit = makeRateLimit({ burst: 50_000, perSecond: 500 })

/** Seconds after which this door takes responses again, 0 for now. */
export const doorWait = (code: string, now: number): number => doorLimit(code, now)

/** Seconds after which responses from the request's network are taken again, 0 for now or where it is not known. */
export function networkWait(request: Request, now: number): number {
  const network = clientNetwork(request, env().trustedProxyHops)
  return network === null ? 0 : networkLimit(network, now)
}
