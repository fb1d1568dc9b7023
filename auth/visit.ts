import 'server-only'
import type { NextRequest } from 'next/server'
import { clientAddress, hostOf } from '@/lib/client-address'
import { env } from '@/lib/env'

/** One request of the sign-in, as far as it matters to it. */
export type Visit = Readonly<{
  cookie: (name: string) => string | undefined
  /** For fairness among those who wait at this moment; never stored or logged. */
  address: string
  /** `Set-Cookie` lines that the answer is to carry besides next-auth's own. */
  newCookies: string[]
}>

export function visitOf(request: NextRequest): Visit {
  const address = clientAddress(request.headers, env().trustedProxyHops)
  return {
    cookie: (name) => request.cookies.get(name)?.value,
    address: address ? hostOf(address) : '',
    newCookies: [],
  }
}
