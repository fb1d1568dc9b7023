import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function cookiesAt(origin: string) {
  vi.stubEnv('NEXTAUTH_URL', origin)
  return (await import('@/auth/cookies')).authCookies()
}

describe('the cookies of the sign-in', () => {
  it('are bound to the host and to https where the office has https', async () => {
    const { sessionToken, csrfToken, callbackUrl } = await cookiesAt('https://hailong.example.vn')
    for (const cookie of [sessionToken, csrfToken, callbackUrl]) {
      expect(cookie?.name).toMatch(/^__Host-/)
      expect(cookie?.options).toMatchObject({
        secure: true,
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
      })
      expect(cookie?.options).not.toHaveProperty('domain')
    }
  })

  it('can be kept by a browser without https, and scripts cannot read them either', async () => {
    const { sessionToken } = await cookiesAt('http://192.168.1.20:3000')
    expect(sessionToken?.name).toBe('hai-long.session')
    expect(sessionToken?.options).toMatchObject({ secure: false, httpOnly: true, sameSite: 'lax' })
  })
})
