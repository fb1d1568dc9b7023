import { ceilings } from '@/domain/ceiling'
import { sharedRateLimit } from './rate-limit'

/** What is asked at a door: to take a response, or to show what is asked there. */
export type AtDoor = 'response' | 'form'

const limits = {
  response: sharedRateLimit('door-response', ceilings.door),
  form: sharedRateLimit('door-form', ceilings.door),
}

/** Exempt networks have an allowance of their own: no flood from outside shuts the office's visitors out. */
const keyOf = (code: string, isExempt: boolean) => `${isExempt ? 'in' : 'out'} ${code}`

/** Seconds after which the door with this code takes that again, 0 for now. */
export const doorWait = (what: AtDoor, code: string, isExempt: boolean, now: number): number =>
  limits[what](keyOf(code, isExempt), now)

/** The same, without asking for anything. */
export const doorOutlook = (what: AtDoor, code: string, isExempt: boolean, now: number): number =>
  limits[what].look(keyOf(code, isExempt), now)
