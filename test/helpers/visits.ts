import type { Visit } from '@/auth/visit'

/** A browser in which nobody has signed in before, at an address of its own or none. */
export const stranger = (address = ''): Visit => ({
  cookie: () => undefined,
  address,
  newCookies: [],
})

/** The browser that has kept these `Set-Cookie` lines. */
export function browserWith(lines: readonly string[], address = ''): Visit {
  const pairs = lines.map((line) => line.split(';')[0]?.split('=') ?? [])
  const kept = new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
  return { cookie: (name) => kept.get(name), address, newCookies: [] }
}
