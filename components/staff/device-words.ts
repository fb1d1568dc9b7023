import { agoOf } from '@/domain/device'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'

/** What is known of a device, as it is stored. */
export type ShownDevice = Readonly<{
  /** Titles in the language of the page. */
  surveys: readonly string[]
  enrolledAt: number
  revokedAt: number | null
  lastSeenAt: number
  reportedAt: number | null
  queueLength: number | null
  oldestWaitingAt: number | null
  quarantineLength: number | null
  appVersion: string | null
  storagePersisted: boolean | null
  storageFree: number | null
}>

/** How long ago, in the largest unit that fits. */
export function sayAgo(at: number, now: number, t: Translate): string {
  const { unit, n } = agoOf(at, now)
  return t(`devices.ago.${unit}`, { n: formatCount(n, t.locale) })
}

/** A count that the tablet has told, or that it has not. */
export const countOf = (count: number | null, t: Translate): string =>
  count === null ? t('devices.facts.unknown') : formatCount(count, t.locale)

/** How much room is left on it. */
export function storageOf(bytes: number | null, t: Translate): string {
  if (bytes === null) return t('devices.facts.unknown')
  return `${formatCount(Math.floor(bytes / 1_000_000), t.locale)} MB`
}

/** Whether its browser keeps what is stored. */
export function keptOf({ storagePersisted, reportedAt }: ShownDevice, t: Translate): string {
  if (storagePersisted === null) return reportedAt === null ? '' : t('devices.facts.keptUnknown')
  return t(storagePersisted ? 'devices.facts.kept' : 'devices.facts.notKept')
}
