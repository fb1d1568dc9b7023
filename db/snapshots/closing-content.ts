import 'server-only'
import { createHash } from 'node:crypto'
import type { Scope } from '@/domain/access'
import { formulaOf, type SnapshotContent, snapshotFormat } from '@/domain/snapshot/snapshot'
import { say } from '@/lib/words'
import { type ClosingPlace, type ClosingWish, closingLocale, type Still } from './closing-figures'

/** SHA-256 of the stored text, which holds the number, the filter, the figures and what they were made of. */
export const checksumOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex')

export type Made = Readonly<{
  scope: Scope
  wish: ClosingWish
  place: ClosingPlace
  still: Still
  now: number
}>

/** What a closing keeps: figures, what they rest on, who and when. */
export function contentOf(
  { scope, wish, place, still, now }: Made,
  number: string,
  follows: string | null,
): SnapshotContent {
  const { unit, version, survey, ground } = place
  const [first] = still.reports
  if (!first) throw new Error('no figures to close')
  return {
    snapshotFormat,
    number,
    unit: { id: unit.id, code: unit.code, name: unit.name },
    survey: { code: survey, title: say(version.definition.title, closingLocale) },
    period: ground.period,
    formula: formulaOf(first.report),
    closedAt: new Date(now).toISOString(),
    closedBy: { id: scope.userId, name: scope.name },
    note: wish.note,
    follows,
    ...still,
  }
}
