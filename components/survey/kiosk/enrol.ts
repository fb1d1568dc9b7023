import { enrolDevice } from '@/lib/device-link'
import { isPin, makePinLock } from '@/lib/pin'
import { outbox } from '../submission'
import type { KioskWords } from './kiosk-words'

/** What is wrong, in a sentence, and which field is to be looked at. */
export type EnrolProblem = Readonly<{ text: string; field?: 'code' | 'pin' | 'again' }>

/** Null when the tablet is enrolled. */
export async function enrol(
  kiosk: KioskWords['kiosk'],
  code: string,
  pin: string,
  again: string,
  onDone: () => Promise<void>,
): Promise<EnrolProblem | null> {
  if (code === '') return { field: 'code', text: kiosk.codeMissing }
  if (!isPin(pin)) return { field: 'pin', text: kiosk.pinWrong }
  if (pin !== again) return { field: 'again', text: kiosk.pinDiffers }
  try {
    const outcome = await enrolDevice(code, await makePinLock(pin))
    if (outcome.state === 'unreached') return { text: kiosk.enrolUnreached }
    if (outcome.state === 'refused') {
      return { field: 'code', text: outcome.reason || kiosk.enrolRefused }
    }
    // What was not taken before may be taken now.
    void outbox()
      .retryRefused()
      .catch(() => undefined)
    await onDone()
    return null
  } catch {
    return { text: kiosk.brokenText }
  }
}
