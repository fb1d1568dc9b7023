import { describe, expect, it } from 'vitest'
import { nextPath } from '@/auth/next-path'

describe('the way after signing in', () => {
  it.each([
    ['/dashboard?unit=office&from=2026-01-01', '/dashboard?unit=office&from=2026-01-01'],
    ['/dashboard/x', '/dashboard/x'],
    ['/', '/'],
  ])('leads to a path on this server: %s', (asked, path) => expect(nextPath(asked)).toBe(path))

  it.each([
    null,
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/dashboard/..//evil.example',
    '/.\\/evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/api/v1/rates',
    '/dashboard/../api/auth/signout',
  ])('never leads elsewhere: %s', (asked) => expect(nextPath(asked)).toBe('/dashboard'))
})
