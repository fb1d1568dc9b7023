import { formatDay, localDay, localTime } from '@/domain/period'

/** `08:05 12/09/2026`. */
export const momentOf = (at: number): string => `${localTime(at)} ${formatDay(localDay(at))}`
