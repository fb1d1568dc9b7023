import pino from 'pino'

/**
 * One JSON line per event on standard error. Never an address, a user agent, a token or an answer: log codes, ids of
 * the database and durations.
 */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
)

/** Writes down what went wrong, once, where it is caught. */
export function logFault(event: string, error: unknown): void {
  log.error({ event, ...describeFault(error) })
}

/**
 * What may be logged of an error: never its parameters, which can hold answers or e-mails. An error of the query
 * builder has them in its message and stack, so that its cause speaks for it.
 */
export function describeFault(error: unknown) {
  const fault = withoutParameters(error)
  const { name, message, stack } = fault
  return { name, message, stack, ...('code' in fault ? { code: String(fault.code) } : {}) }
}

function withoutParameters(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if (!('query' in error)) return error
  return error.cause instanceof Error ? error.cause : new Error('a query failed')
}
