import { getSenderOf } from '@/db/devices/devices'
import { exemptNow } from '@/db/limits/exempt-ranges'
import { noteRefusal, type Refusal } from '@/db/limits/refusal-counts'
import { isIn } from '@/domain/address-range'
import { ceilings } from '@/domain/ceiling'
import { clientAddress } from '@/lib/client-address'
import { credentialOf } from '@/lib/device-credential'
import { deviceWait, enrolmentWait, type Guest, sendingWait } from '@/lib/device-limit'
import { doorOutlook, doorWait } from '@/lib/door-limit'
import { env } from '@/lib/env'
import { networkOutlook, networkWait, type Origin } from '@/lib/network-limit'
import { sharedRateLimit } from '@/lib/rate-limit'

const oneLink = sharedRateLimit('join', ceilings.join)

// Each answers the seconds after which the same may be asked again, 0 for now, and counts what it turns away.
// The network comes before the link: what is refused there takes nothing from what the link lets in.

/** Where a request comes from, for its limits; never stored or logged. */
export async function originOf(headers: Pick<Headers, 'get'>): Promise<Origin> {
  const address = clientAddress(headers, env().trustedProxyHops)
  const ranges = address ? await exemptNow() : []
  return { address, isExempt: address !== null && ranges.some((range) => isIn(range, address)) }
}

/** For opening a link's form or reading what it asks. */
export async function waitToOpen(headers: Pick<Headers, 'get'>, door: string, now: number) {
  const from = await originOf(headers)
  return (
    counted({ kind: 'network' }, networkWait('public', from, now), now) ||
    counted({ kind: 'door', door }, doorWait('form', door, from.isExempt, now), now)
  )
}

/** The same without asking for anything: for the page that says how long to wait. */
export async function outlookToOpen(headers: Pick<Headers, 'get'>, door: string, now: number) {
  const from = await originOf(headers)
  return networkOutlook('public', from, now) || doorOutlook('form', door, from.isExempt, now)
}

/** A sender before the body is read, and a function for when the door is known. A tablet has a ceiling of its own. */
export type Sending = Readonly<{ wait: number; waitAt: (door: string) => number }>

/** For sending a response. */
export async function waitToSend(request: Request, now: number): Promise<Sending> {
  const credential = credentialOf(request)
  const device = credential ? await getSenderOf(credential) : null
  if (device && !device.isRevoked) {
    const wait = counted({ kind: 'device', deviceId: device.id }, sendingWait(device.id, now), now)
    return { wait, waitAt: () => 0 }
  }
  const from = await originOf(request.headers)
  return {
    wait: counted({ kind: 'network' }, networkWait('public', from, now), now),
    waitAt: (door) =>
      counted({ kind: 'door', door }, doorWait('response', door, from.isExempt, now), now),
  }
}

/** For what a tablet asks and reports. */
export const waitOfDevice = (deviceId: number, now: number): number =>
  counted({ kind: 'device', deviceId }, deviceWait(deviceId, now), now)

/** For trying a code that makes a tablet a device. */
export const waitToEnrol = (guest: Guest, now: number): number =>
  counted({ kind: 'enrolment' }, enrolmentWait(guest, now), now)

/** For using a one-time link. */
export async function waitToJoin(headers: Pick<Headers, 'get'>, token: string, now: number) {
  const network = networkWait('join', await originOf(headers), now)
  return counted({ kind: 'join' }, network || oneLink(token, now), now)
}

/** The same without asking for anything. */
export const outlookToJoin = async (headers: Pick<Headers, 'get'>, token: string, now: number) =>
  networkOutlook('join', await originOf(headers), now) || oneLink.look(token, now)

/** For trying a password. */
export const waitToSignIn = async (request: Request, now: number): Promise<number> =>
  counted({ kind: 'sign-in' }, networkWait('sign-in', await originOf(request.headers), now), now)

function counted(refusal: Refusal, wait: number, now: number): number {
  if (wait > 0) noteRefusal(refusal, now)
  return wait
}
