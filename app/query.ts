/** What stands behind the `?` of a page's address. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

/** The first value of each name: everything is asked for once. */
export function oneOfEach(all: Query): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(all)) {
    const first = Array.isArray(value) ? value[0] : value
    if (first !== undefined) params.set(name, first)
  }
  return params
}
