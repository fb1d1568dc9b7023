import { ok, type Problem, type Result, refused } from './problem'

/** What a tablet tells of itself. Instants are milliseconds since 1970 UTC by its own clock. */
export type DeviceReport = Readonly<{
  queueLength: number
  /** When the oldest waiting response was answered; null when nothing waits. */
  oldestWaitingAt: number | null
  quarantineLength: number
  appVersion: string
  /** Whether the browser promised to keep what is stored; null where it cannot say. */
  storagePersisted: boolean | null
  /** Bytes that may still be stored; null where the browser cannot say. */
  storageFree: number | null
  /** Server's clock − its own, in milliseconds, as last known. */
  clockOffset: number | null
  sentAt: number
}>

const largest = Number.MAX_SAFE_INTEGER

/** Reads the body of `POST /api/v1/devices/self/report`; problems name their field. */
export function parseReport(input: unknown): Result<DeviceReport, 'malformed'> {
  if (typeof input !== 'object' || input === null) return refused({ code: 'malformed' })
  const body = input as Record<string, unknown>
  const problems: Problem<'malformed'>[] = []
  const take = <T>(field: string, is: (value: unknown) => value is T, missing: T): T => {
    const value = Object.hasOwn(body, field) ? body[field] : undefined
    if (is(value)) return value
    problems.push({ code: 'malformed', field })
    return missing
  }
  const report = {
    queueLength: take('queueLength', isCount, 0),
    oldestWaitingAt: take('oldestWaitingAt', orNull(isCount), null),
    quarantineLength: take('quarantineLength', isCount, 0),
    appVersion: take('appVersion', isVersion, ''),
    storagePersisted: take('storagePersisted', orNull(isFlag), null),
    storageFree: take('storageFree', orNull(isCount), null),
    clockOffset: take('clockOffset', orNull(isWhole), null),
    sentAt: take('sentAt', isCount, 0),
  }
  return problems.length > 0 ? refused(...problems) : ok(report)
}

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= largest

const isCount = (value: unknown): value is number => isWhole(value) && value >= 0

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

const isVersion = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.+-]{1,80}$/.test(value)

const orNull =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T | null =>
    value === null || is(value)
