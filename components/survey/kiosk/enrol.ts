import { enrolDevice } from '@/lib/device-link'
import { isPin, makePinLock } from '@/lib/pin'
import { outbox } from '../submission'
import type { KioskWords } from './kiosk-words'

/** The sentence of what is wrong, or an empty one when the tablet is enrolled. */
export async function enrol(
  kiosk: KioskWords['kiosk'],
  code: string,
  pin: string,
  again: string,
  onDone: () => Promise<void>,
): Promise<string> {
  if (code === '') return kiosk.codeMissing
  if (!isPin(pin)) return kiosk.pinWrong
  if (pin !== again) return kiosk.pinDiffers
  try {
    const outcome = await enrolDevice(code, await makePinLock(pin))
    if (outcome.state === 'unreached') return kiosk.enrolUnreached
    if (outcome.state === 'refused') return outcome.reason || kiosk.enrolRefused
    // What was not taken before may be taken now.
    void outbox()
      .retryRefused()
      .catch(() => undefined)
    await onDone()
    return ''
  } catch {
    return kiosk.brokenText
  }
}
