import {
  formatCount,
  formatFraction,
  formatPoints,
  formatRate,
  formatShare,
} from '@/domain/number-format'
import { formatMoment, localDay } from '@/domain/period'
import { rateThreshold } from '@/domain/rate'
import { burstWindow, fewestInBurst } from '@/domain/sign/burst'
import { fewestFast, secondsPerQuestion } from '@/domain/sign/fast'
import { fewestOutside, officeHours } from '@/domain/sign/hours'
import { shortestRun } from '@/domain/sign/run'
import type { ChannelsSign, ResponsesSign, Sign, SignKind } from '@/domain/sign/sign'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, type Translate } from '@/lib/i18n'
import type { Params } from '@/lib/words'

/** The numbers of a sign, for its sentence. */
export function paramsOf(sign: Sign, t: Translate): Params {
  if (sign.kind === 'channels') return channelParams(sign, t.locale)
  const { members } = sign
  const instants = members.map(({ at }) => at)
  const shared = {
    n: formatCount(members.length, t.locale),
    from: formatMoment(instants[0] ?? 0),
    to: formatMoment(instants.at(-1) ?? 0),
    last: formatMoment(instants.at(-1) ?? 0),
    days: formatCount(new Set(instants.map(localDay)).size, t.locale),
  }
  return { ...shared, ...ownParams(sign, t) }
}

function ownParams(sign: ResponsesSign, t: Translate): Params {
  if (sign.kind === 'burst') {
    const usual = Math.max(1, Math.round(sign.usual))
    return { ...thresholds.burst, most: sign.most, usual: formatCount(usual, t.locale) }
  }
  if (sign.kind === 'run') {
    const level = lookUp(messagesFor(t.locale).scale, String(sign.level)) ?? ''
    return { level, share: formatShare(sign.share, t.locale, 0), odds: oddsOf(sign.expected, t) }
  }
  if (sign.kind === 'hours') return { of: formatCount(sign.of, t.locale) }
  const quickest = sign.members.find(({ duration }) => duration === sign.shortest)
  return {
    ...thresholds.fast,
    of: formatCount(sign.of, t.locale),
    shortest: formatCount(Math.floor(sign.shortest / 1000) + 1, t.locale),
    answered: quickest?.answered ?? 0,
  }
}

/** One in so many periods, to one digit: more would be more than is known. */
function oddsOf(expected: number, t: Translate): string {
  const periods = 1 / expected
  if (!(periods < 1_000_000)) return t('signs.kind.run.rare')
  const unit = 10 ** Math.floor(Math.log10(periods))
  return t('signs.kind.run.odds', { n: formatCount(Math.floor(periods / unit) * unit, t.locale) })
}

const channelParams = ({ kiosk, remote, comparison }: ChannelsSign, locale: Locale): Params => ({
  kiosk: formatRate(kiosk, locale),
  kioskOf: formatFraction(kiosk, locale),
  remote: formatRate(remote, locale),
  remoteOf: formatFraction(remote, locale),
  difference: formatPoints(comparison.difference, locale),
  low: formatPoints(comparison.low, locale),
  high: formatPoints(comparison.high, locale),
})

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
