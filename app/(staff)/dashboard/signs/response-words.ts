import type { Level } from '@/domain/answer'
import { formatDay, localDay, localTime } from '@/domain/period'
import { lookUp, messagesFor, type Translate } from '@/lib/i18n'

export type Line = Readonly<{
  seq: number
  at: number
  isDoubtful: boolean
  level: Level | null
  duration: number
  /** In a proposal already, so that it cannot be chosen. */
  isHeld?: boolean
  /** Where it came in, where that differs from line to line. */
  where?: string
}>

/** To the second: in a burst the minutes are the same. */
export function exactMoment(at: number): string {
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  return `${localTime(at)}:${seconds} ${formatDay(localDay(at))}`
}

/** The overall level as people call it. */
export const levelWord = (level: Level | null, t: Translate): string =>
  level === null
    ? t('label.noLevel')
    : (lookUp(messagesFor(t.locale).scale, String(level)) ?? String(level))

/** How long somebody took. */
export function durationOf(ms: number, t: Translate): string {
  if (ms < 0) return t('label.unknown')
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return t('signs.responses.seconds', { n: seconds })
  if (seconds >= 3600) return t('signs.responses.hours')
  return t('signs.responses.minutes', { m: Math.floor(seconds / 60), n: seconds % 60 })
}

/** What else is to be known of a response. */
export const noteOf = ({ isDoubtful, isHeld }: Line, t: Translate): string =>
  [isDoubtful && t('signs.responses.doubt'), isHeld && t('signs.responses.held')]
    .filter(Boolean)
    .join('; ')
