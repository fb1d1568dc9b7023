import { recordReport } from '@/db/devices/devices'
import { parseReport } from '@/domain/device-report'
import { jsonHeaders, problemResponse } from '@/lib/http'
import { readJsonBody } from '@/lib/request-body'
import { forDevice, refuseBody } from '../../../guarded'

const largestBody = 4 * 1024

/** Takes what a device tells of itself, for the staff's page; answers the time. */
export function POST(request: Request): Promise<Response> {
  return forDevice(request, async ({ device, now, locale }) => {
    const body = await readJsonBody(request, largestBody)
    if (!body.ok) return refuseBody(body.problems, locale)
    const report = parseReport(body.value)
    if (!report.ok) return problemResponse(400, report.problems, locale)
    await recordReport(device.id, report.value, now)
    return Response.json({ serverTime: Date.now() }, { headers: jsonHeaders })
  })
}
