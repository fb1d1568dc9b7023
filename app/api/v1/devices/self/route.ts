import { noteDeviceSeen } from '@/db/devices/devices'
import { getDeviceView } from '@/db/devices/view'
import { jsonHeaders } from '@/lib/http'
import { forDevice } from '../../guarded'

/** Where the device stands, what it asks there, and what time it is. */
export function GET(request: Request): Promise<Response> {
  return forDevice(request, async ({ device, now }) => {
    const view = await getDeviceView(device.id, now)
    if (!view) throw new Error(`device ${device.id} has no place`)
    await noteDeviceSeen(device, now)
    // As late as possible: the tablet takes the middle between asking and answer for this moment.
    return Response.json({ ...view, serverTime: Date.now() }, { headers: jsonHeaders })
  })
}
