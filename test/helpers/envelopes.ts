import { createHash } from 'node:crypto'
import type { Envelope } from '@/domain/envelope'

/** A UUID that is the same in every run. */
export function idOf(seed: string | number): string {
  const hex = createHash('sha256').update(String(seed)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A one-tap rating that was answered and sent at `now`. */
export function envelopeOf(
  seed: string | number,
  now: number,
  changes: Partial<Envelope> = {},
): Envelope {
  const door = changes.door ?? 'kiosk-1'
  return {
    id: idOf(seed),
    surveyVersionId: `${door}@1`,
    door,
    answers: { overall: 4 },
    locale: 'vi',
    startedAt: now - 30_000,
    answeredAt: now - 5_000,
    sentAt: now,
    ...changes,
  }
}
