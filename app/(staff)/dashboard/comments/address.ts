export const listPath = '/dashboard/comments'
export const retentionPath = `${listPath}/retention`

const filterNames = [
  ...['unit', 'survey', 'period', 'calendar', 'year', 'start', 'end', 'from', 'to'],
  ...['level', 'state', 'q'],
]

/** What a filter has of these, without what is blank. */
export function filterIn(given: URLSearchParams): URLSearchParams {
  const filter = new URLSearchParams()
  for (const name of filterNames) {
    const value = given.get(name)
    if (value) filter.set(name, value.slice(0, 200))
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
