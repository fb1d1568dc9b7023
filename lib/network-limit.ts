import { ceilings } from '@/domain/ceiling'
import type { IpAddress } from '@/domain/ip-address'
import { isLoopback, networkOf } from './client-address'
import { sharedRateLimit } from './rate-limit'

/** What is counted apart from each other. */
export type NetworkUse = 'public' | 'join' | 'sign-in'

const limits = {
  public: sharedRateLimit('network', ceilings.network),
  join: sharedRateLimit('network-join', ceilings.joinNetwork),
  'sign-in': sharedRateLimit('network-sign-in', ceilings.signIn),
}

/** Where a request comes from. Exempt: out of a range that administrators have named. */
export type Origin = Readonly<{ address: IpAddress | null; isExempt: boolean }>

/** Seconds after which the network may do that again; 0 for now, for exempt ones, and where it is not known. */
export function networkWait(use: NetworkUse, from: Origin, now: number): number {
  const key = keyOf(from)
  return key === null ? 0 : limits[use](key, now)
}

/** The same, without asking for anything. */
export function networkOutlook(use: NetworkUse, from: Origin, now: number): number {
  const key = keyOf(from)
  return key === null ? 0 : limits[use].look(key, now)
}

const keyOf = ({ address, isExempt }: Origin): string | null =>
  address === null || isExempt || isLoopback(address) ? null : networkOf(address)
