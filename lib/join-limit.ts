import { ceilings } from '@/domain/ceiling'
import { sharedRateLimit } from './rate-limit'

const oneLink = sharedRateLimit('join', ceilings.join)

/** Seconds after which this one-time link may be used again, 0 for now. */
export const joinWait = (token: string, now: number): number => oneLink(token, now)

/** The same, without using it. */
export const joinOutlook = (token: string, now: number): number => oneLink.look(token, now)
