import { type App, admin } from './app'

/** Signs the administrator of a started app in, as a browser without scripts does; answers the `cookie` header. */
export async function signIn(
  app: Pick<App, 'origin'>,
  { email, password } = admin,
): Promise<string> {
  const jar = new Map<string, string>()
  const asked = await fetch(`${app.origin}/api/auth/csrf`)
  keepCookies(jar, asked)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const answer = await fetch(`${app.origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieHeader(jar) },
    body: new URLSearchParams({ csrfToken, email, password }),
  })
  keepCookies(jar, answer)
  const location = answer.headers.get('location') ?? ''
  if (answer.status !== 303 || location.includes('error=')) {
    throw new Error(`not signed in: ${answer.status} ${location}`)
  }
  return cookieHeader(jar)
}

function keepCookies(jar: Map<string, string>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    jar.set(name, value.join('='))
  }
}

const cookieHeader = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
