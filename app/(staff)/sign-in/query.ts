import type { Query } from '@/app/query'

type SignInQuery = {
  next?: string
  error?: string
  cookie?: string
  out?: string
  unsaved?: string
}

/** What the sign-in is told in its address. */
export async function readQuery(searchParams: Promise<Query>): Promise<SignInQuery> {
  const all = await searchParams
  const one = (name: keyof SignInQuery) => {
    const value = all[name]
    return typeof value === 'string' ? { [name]: value } : {}
  }
  return { ...one('next'), ...one('error'), ...one('cookie'), ...one('out'), ...one('unsaved') }
}
