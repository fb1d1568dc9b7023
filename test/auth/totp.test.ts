import { describe, expect, it } from 'vitest'
import { seal, unseal } from '@/auth/sealed'
import { base32, codeAt, makeTotpSecret, stepAt, stepOf, totpUri } from '@/auth/totp'

// RFC 6238, appendix B, SHA-1: eight digits there, of which an app shows the last six.
const secret = Buffer.from('12345678901234567890')
const vectors = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const

describe('a code of the authenticator app', () => {
  it.each(vectors)('at %i seconds ends %s', (seconds, digits) => {
    expect(codeAt(secret, stepAt(seconds * 1000))).toBe(digits.slice(2))
  })

  it('is good one step early and late, and no more', () => {
    const now = 1_790_000_010_000
    const codeOf = (offset: number) => codeAt(secret, stepAt(now) + offset)
    const found = [-2, -1, 0, 1, 2].map((offset) => stepOf(secret, codeOf(offset), now))
    const here = stepAt(now)
    expect(found).toEqual([null, here - 1, here, here + 1, null])
    expect(stepOf(secret, ` ${codeOf(0).replace(/^(...)/, '$1 ')} `, now)).toBe(here)
    for (const wrong of ['', '12345', `${codeOf(0)}0`])
      expect(stepOf(secret, wrong, now)).toBeNull()
  })

  it('comes from a secret that an app reads from the QR code', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    const uri = new URL(totpUri(secret, 'lan@xa.gov.vn'))
    expect(decodeURIComponent(uri.pathname)).toBe('/Hài Lòng:lan@xa.gov.vn')
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: base32(secret),
      issuer: 'Hài Lòng',
    })
    expect(makeTotpSecret()).toHaveLength(20)
    expect(makeTotpSecret()).not.toEqual(makeTotpSecret())
  })
})

describe('what is sealed', () => {
  it('opens for its owner and purpose only, and not when changed', () => {
    const sealed = seal('second-factor', 1, secret)
    expect(unseal('second-factor', 1, sealed)).toEqual(secret)
    expect(unseal('second-factor', 2, sealed)).toBeNull()
    expect(unseal('shown-codes', 1, sealed)).toBeNull()
    const changed = Buffer.from(sealed, 'base64url')
    changed[30] = (changed[30] ?? 0) ^ 1
    expect(unseal('second-factor', 1, changed.toString('base64url'))).toBeNull()
    expect(unseal('second-factor', 1, '')).toBeNull()
    expect(seal('second-factor', 1, secret)).not.toBe(sealed)
  })
})
