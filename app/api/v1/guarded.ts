import { waitOfDevice } from '@/app/admission'
import { isUnavailable } from '@/db/client'
import { getDeviceOf, type HeldDevice } from '@/db/devices/devices'
import type { Problem } from '@/domain/problem'
import type { Locale } from '@/domain/survey'
import { credentialOf } from '@/lib/device-credential'
import { problemResponse, tooManyRequests } from '@/lib/http'
import { logFault } from '@/lib/log'
import { type BodyProblem, bodyStatus } from '@/lib/request-body'
import { localeOf } from '@/lib/request-locale'

type Asked = Readonly<{ device: HeldDevice; now: number; locale: Locale }>

/** Answers a device that shows a credential it holds now; anybody else gets 401, a revoked one 403. */
export const forDevice = (request: Request, work: (asked: Asked) => Promise<Response>) =>
  guarded(request, 'device', async (now, locale) => {
    const credential = credentialOf(request)
    const device = credential ? await getDeviceOf(credential) : null
    if (!device) {
      const code = credential === null ? 'device-required' : 'device-unknown'
      return problemResponse(401, [{ code }], locale, { headers: { 'www-authenticate': 'Device' } })
    }
    if (device.isRevoked) return problemResponse(403, [{ code: 'device-revoked' }], locale)
    const wait = waitOfDevice(device.id, now)
    return wait > 0 ? tooManyRequests(wait, locale) : work({ device, now, locale })
  })

/** A body that cannot be read. */
export const refuseBody = (problems: readonly Problem<BodyProblem>[], locale: Locale): Response =>
  problemResponse(bodyStatus[problems[0]?.code ?? 'not-json'], problems, locale)

/** 503 where nothing can be written just now, 500 for a fault; both are worth another try. */
export async function guarded(
  request: Request,
  what: string,
  work: (now: number, locale: Locale) => Promise<Response>,
): Promise<Response> {
  const locale = localeOf(request)
  try {
    return await work(Date.now(), locale)
  } catch (error) {
    const isWaiting = isUnavailable(error)
    logFault(isWaiting ? `${what} not stored for now` : `${what} failed`, error)
    const code = isWaiting ? 'unavailable' : 'unexpected'
    const headers = { 'retry-after': '5' }
    return problemResponse(isWaiting ? 503 : 500, [{ code }], locale, { headers })
  }
}
