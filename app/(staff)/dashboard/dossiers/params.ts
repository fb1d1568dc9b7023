/** The first value of each name of an address: everything is asked for once. */
export function oneOfEach(all: Readonly<Record<string, string | string[] | undefined>>) {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(all)) {
    const first = Array.isArray(value) ? value[0] : value
    if (first !== undefined) params.set(name, first)
  }
  return params
}
