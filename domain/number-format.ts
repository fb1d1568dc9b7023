import type { Interval, Rate } from './rate'
import type { Locale } from './survey'

// Written out instead of asking Intl: what is printed must be the same in every browser and on
// every server, and a percentage must be rounded on its two whole numbers, not on their quotient.

const marks: Record<Locale, { group: string; decimal: string }> = {
  vi: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
  km: { group: '.', decimal: ',' },
}

/** `36039` → `36.039` (vi, km) or `36,039` (en). Whole numbers. */
export function formatCount(value: number, locale: Locale): string {
  const digits = Math.abs(value).toFixed(0)
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, marks[locale].group)
  return value < 0 ? `−${grouped}` : grouped
}

/** `412 MB`, `7,3 GB`, in powers of ten as disks are sold; one decimal below ten. */
export function formatBytes(bytes: number, locale: Locale): string {
  const [size, name] = bytes >= 1e9 ? [1e9, 'GB'] : [1e6, 'MB']
  const decimals = bytes < 9.95 * size ? 1 : 0
  return `${withDecimals(Math.round((bytes / size) * 10 ** decimals), locale, decimals)} ${name}`
}

/** `11.264/11.325`: numerator and denominator as they are printed beside a percentage. */
export const formatFraction = ({ k, n }: Rate, locale: Locale): string =>
  `${formatCount(k, locale)}/${formatCount(n, locale)}`

/**
 * The rate in units of its last decimal (9946 for 99,46%), rounded half up on the whole numbers.
 * The full 100% only where k = n and 0 only where k = 0; a rate over 100% (coverage) is not clipped.
 */
export function roundRate({ k, n }: Rate, decimals = 2): number {
  const whole = 100 * 10 ** decimals
  if (k === 0 || n === 0) return 0
  if (k === n) return whole
  const twice = 2 * k * whole + n
  const rounded = (twice - (twice % (2 * n))) / (2 * n)
  if (k > n) return Math.max(rounded, whole + 1)
  return Math.min(Math.max(rounded, 1), whole - 1)
}

/** `99,46%`; `100%` and `0%` without decimals, since only they are exact. `—` where n = 0. */
export const formatRate = (rate: Rate, locale: Locale, decimals = 2): string =>
  rate.n === 0 ? '—' : `${formatHundredths(rate, locale, decimals)}%`

/** A score 0–100 given as `scoreRate`: `91,03`. Same rounding, no percent sign. */
export const formatScore = (rate: Rate, locale: Locale, decimals = 2): string =>
  rate.n === 0 ? '—' : formatHundredths(rate, locale, decimals)

function formatHundredths(rate: Rate, locale: Locale, decimals: number): string {
  return formatScaled(roundRate(rate, decimals), locale, decimals)
}

/** `88,37–94,57%`: clamped to 0–100; an end prints 100 or 0 only where it is exactly that. */
export function formatInterval(interval: Interval, locale: Locale): string {
  const end = (fraction: number) => formatScaled(roundEnd(fraction, 2), locale, 2)
  return `${end(interval.low)}–${end(interval.high)}%`
}

/** An end of an interval in units of its last decimal, clamped; 0 and 100% only where it is exactly that. */
export function roundEnd(fraction: number, decimals: number): number {
  const whole = 100 * 10 ** decimals
  if (fraction <= 0) return 0
  if (fraction >= 1) return whole
  return Math.min(Math.max(Math.round(fraction * whole), 1), whole - 1)
}

/** A fraction that has no two whole numbers behind it (a weighted rate): `94,30%`. */
export const formatShare = (fraction: number, locale: Locale, decimals = 2): string =>
  `${formatScaled(roundEnd(fraction, decimals), locale, decimals)}%`

/** A difference of two rates in percentage points with its sign: `+0,98`, `−1,20`, `0,00`. */
export function formatPoints(difference: number, locale: Locale): string {
  const scaled = Math.round(Math.abs(difference) * 10_000)
  const text = withDecimals(scaled, locale, 2)
  if (scaled === 0) return text
  return difference < 0 ? `−${text}` : `+${text}`
}

/** The same difference as a number of percentage points with two decimals, for files: 0.0098 → 0.98. */
export function roundPoints(difference: number): number {
  const scaled = Math.round(Math.abs(difference) * 10_000) / 100
  return difference < 0 && scaled > 0 ? -scaled : scaled
}

function formatScaled(scaled: number, locale: Locale, decimals: number): string {
  const whole = 100 * 10 ** decimals
  if (scaled === 0) return '0'
  return scaled === whole ? '100' : withDecimals(scaled, locale, decimals)
}

function withDecimals(scaled: number, locale: Locale, decimals: number): string {
  const unit = 10 ** decimals
  const rest = scaled % unit
  const whole = formatCount((scaled - rest) / unit, locale)
  if (decimals === 0) return whole
  return `${whole}${marks[locale].decimal}${String(rest).padStart(decimals, '0')}`
}
