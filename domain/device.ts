/** A tablet that has not been heard of for so many hours stands out, unless the office sets another number. */
export const usualSilence = 2
export const longestSilence = 720

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Whether a device has been silent for longer than the set time. */
export const isSilent = (lastSeenAt: number, now: number, hours: number): boolean =>
  now - lastSeenAt > hours * hour

export type Ago = Readonly<{ unit: 'now' | 'minutes' | 'hours' | 'days'; n: number }>

/** How long ago, in the unit people would use: minutes up to two hours, hours up to two days. */
export function agoOf(at: number, now: number): Ago {
  const passed = Math.max(0, now - at)
  if (passed < minute) return { unit: 'now', n: 0 }
  if (passed < 2 * hour) return { unit: 'minutes', n: Math.floor(passed / minute) }
  if (passed < 2 * day) return { unit: 'hours', n: Math.floor(passed / hour) }
  return { unit: 'days', n: Math.floor(passed / day) }
}

/** Whole hours that a person may set, or undefined. */
export function readSilence(typed: string | null): number | undefined {
  const hours = /^\d{1,4}$/.test(typed?.trim() ?? '') ? Number(typed) : 0
  return hours >= 1 && hours <= longestSilence ? hours : undefined
}
