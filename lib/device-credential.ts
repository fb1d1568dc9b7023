import { readCredential } from '@/domain/enrolment'

/**
 * What the request shows as `Authorization: Device <credential>`: null where it shows nothing, an empty text where
 * what it shows cannot be a credential.
 */
export function credentialOf(request: Request): string | null {
  const header = request.headers.get('authorization')
  if (header === null) return null
  const shown = /^Device +(\S+)$/i.exec(header.trim())?.[1]
  return readCredential(shown) ?? ''
}
