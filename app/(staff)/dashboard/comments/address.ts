export const listPath = '/dashboard/comments'
export const retentionPath = `${listPath}/retention`

const filterNames = [
  ...['unit', 'survey', 'period', 'calendar', 'year', 'start', 'end', 'from', 'to'],
  ...['level', 'state', 'q'],
] as const

/** The first value of each name that a filter has, without what is blank. */
export function filterIn(given: Iterable<readonly [string, unknown]>): URLSearchParams {
  const filter = new URLSearchParams()
  for (const [name, value] of given) {
    const first: unknown = Array.isArray(value) ? value[0] : value
    const isKnown = (filterNames as readonly string[]).includes(name)
    if (isKnown && typeof first === 'string' && first !== '' && !filter.has(name)) {
      filter.set(name, first.slice(0, 200))
    }
  }
  return filter
}

/** A path with a filter and more; without a question mark where there is none. */
export function withFilter(
  path: string,
  filter: URLSearchParams,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams([...filter, ...Object.entries(more)]).toString()
  return query === '' ? path : `${path}?${query}`
}

export const commentPath = (key: string): string => `${listPath}/${encodeURIComponent(key)}`
