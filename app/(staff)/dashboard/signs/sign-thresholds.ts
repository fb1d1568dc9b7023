import { rateThreshold } from '@/domain/rate'
import { burstWindow, fewestInBurst } from '@/domain/sign/burst'
import { fewestFast, secondsPerQuestion } from '@/domain/sign/fast'
import { fewestOutside, officeHours } from '@/domain/sign/hours'
import { shortestRun } from '@/domain/sign/run'
import type { SignKind } from '@/domain/sign/sign'
import type { Params } from '@/lib/words'

/** From what on something is a sign, for the sentence of its kind. */
export const thresholds: Record<SignKind, Params> = {
  burst: { fewest: fewestInBurst, minutes: burstWindow / 60_000 },
  run: { fewest: shortestRun },
  hours: {
    fewest: fewestOutside,
    from: clock(officeHours.from),
    before: clock(officeHours.before),
  },
  fast: { fewest: fewestFast, seconds: secondsPerQuestion },
  channels: { fewest: rateThreshold },
}

/** `08:05`, of the minutes since midnight. */
function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
