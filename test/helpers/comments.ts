import { listComments } from '@/db/comments/list'
import type { Scope } from '@/domain/access'
import type { Level } from '@/domain/answer'
import { type CommentFilter, parseCommentFilter } from '@/domain/comment-filter'
import { recordVisits, type UnitCode } from './district'
import { lines } from './recount'

export type Told = Readonly<{
  unit: UnitCode
  daysAgo: number
  comment?: string
  overall?: Level
  version?: 1 | 2
  survey?: 'kiosk-1' | 'desk-8'
}>

/** Records one response for each, and wordless ones until every unit and day has so many. */
export async function recordTold(told: readonly Told[], fillTo = 0, seed = 'told'): Promise<void> {
  const places = new Map<string, Told[]>()
  for (const one of told) {
    const key = `${one.unit} ${one.daysAgo}`
    places.set(key, [...(places.get(key) ?? []), one])
  }
  const silent = [...places.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { comment: _, ...wordless } = first
    return Array.from({ length: Math.max(0, fillTo - 1 - others.length) }, () => wordless)
  })
  const visits = [...told, ...silent].map((one: Told) => {
    const survey = one.survey ?? 'kiosk-1'
    const overall = one.overall ?? 4
    const answers = survey === 'kiosk-1' ? { overall } : { q8: overall, q1: 'ask' }
    return {
      survey,
      version: one.version ?? 1,
      unit: one.unit,
      place: 'kiosk' as const,
      daysAgo: one.daysAgo,
      answers: one.comment === undefined ? answers : { ...answers, comment: one.comment },
    }
  })
  await recordVisits(visits, seed)
}

export const autumn = { from: '2026-09-01', to: '2026-11-30' }

/** A filter as the page makes it of its address. */
export const filterOf = (
  unit: string,
  query = '',
  rest: Partial<Pick<CommentFilter, 'survey' | 'period'>> = {},
): CommentFilter => ({
  unit,
  survey: 'kiosk-1',
  period: autumn,
  ...rest,
  ...parseCommentFilter(new URLSearchParams(query)),
})

/** What somebody reads: the page, and its texts in a fixed order. */
export async function readComments(
  scope: Scope,
  unit: string,
  query = '',
  rest: Partial<Pick<CommentFilter, 'survey' | 'period'>> = {},
) {
  const page = await listComments(scope, filterOf(unit, query, rest))
  if (!page.ok) throw new Error(JSON.stringify(page.problems))
  return { ...page.value, texts: page.value.lines.map(({ text }) => text).toSorted() }
}

export async function keyOf(text: string): Promise<string> {
  const [key = ''] = await lines(`select key from comments where text = '${text}'`)
  return key
}
