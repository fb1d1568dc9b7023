import { originOf, waitToEnrol } from '@/app/admission'
import { getDeviceOf } from '@/db/devices/devices'
import { enrolDevice } from '@/db/devices/enrolment'
import { getDeviceView } from '@/db/devices/view'
import { parseEnrolment } from '@/domain/enrolment'
import { forgetTry } from '@/lib/device-limit'
import { jsonHeaders, problemResponse, tooManyRequests } from '@/lib/http'
import { readJsonBody } from '@/lib/request-body'
import { guarded, refuseBody } from '../guarded'

const largestBody = 4 * 1024

/** Makes a tablet that shows a one-time code a device. The credential is in this answer and nowhere else. */
export function POST(request: Request): Promise<Response> {
  return guarded(request, 'device', async (now, locale) => {
    const body = await readJsonBody(request, largestBody)
    const asked = body.ok ? parseEnrolment(body.value) : null
    const previous = asked?.ok ? asked.value.previous : null
    const tablet = previous === null ? null : await getDeviceOf(previous)
    const guest = { from: await originOf(request.headers), tablet: tablet?.id ?? null }
    const wait = waitToEnrol(guest, now)
    if (wait > 0) return tooManyRequests(wait, locale)
    if (!body.ok || !asked) return refuseBody(body.ok ? [] : body.problems, locale)
    const enrolled = asked.ok ? await enrolDevice(asked.value, now) : asked
    if (!enrolled.ok) {
      const isMalformed = enrolled.problems[0]?.code === 'malformed'
      return problemResponse(isMalformed ? 400 : 404, enrolled.problems, locale)
    }
    forgetTry(guest)
    const { deviceId, credential } = enrolled.value
    const view = await getDeviceView(deviceId, now)
    if (!view) throw new Error('the enrolled device has no place')
    const { device, unit, desk } = view
    const answer = { deviceId, credential, name: device.name, unit, desk }
    return Response.json(answer, { status: 201, headers: jsonHeaders })
  })
}
