import pino from 'pino'

/**
 * One JSON line per event on standard error. Never an address, a user agent, a token or an answer: log codes, ids of
 * the database and durations.
 */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
)

/** What may be logged of an error: never its parameters, which can hold answers. */
export function logFault(event: string, error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  log.error({ event, name, code, message, stack })
}
