import { write } from '@/db/client'
import { recordTold, type Told } from './comments'
import { lines } from './recount'

/** Two years after the district's responses: what came before 1 November 2026 is over its time, by 24 months. */
export const later = Date.UTC(2028, 10, 20, 3)

/** A comment of 31 October 2026, the last day that is over its time. */
export const lastDue = (comment: string): Told => ({ unit: 'xa-a', daysAgo: 20, comment })

/** So many comments of the last day that is over its time, five of the day after, and one of today. */
export async function recordOld(due: number): Promise<void> {
  await recordTold([
    ...Array.from({ length: due }, (_, i) => lastDue(`hết hạn ${i}`)),
    ...Array.from({ length: 5 }, (_, i) => ({ ...lastDue(`còn hạn ${i}`), daysAgo: 19 })),
    { ...lastDue('mới'), unit: 'xa-b', daysAgo: 0 },
  ])
}

/** Lets the blanking have run every day until the moment before this one. */
export const hasRunUntil = (time: number) =>
  write([{ sql: "insert into settings values ('comments-blanked-at', ?)", args: [String(time)] }])

/** Month by month how many comments have words, and how many there are. */
export const listWords = () =>
  lines(`select month % 12 + 1, count(text), count(folded), count(*) from comments
    group by 1 order by 1`)

/** What `listWords` says when only those of October are blanked. */
export const octoberBlanked = (due: number) => [`10 0 0 ${due}`, '11 6 6 6']

export const toldBlankings = () =>
  lines(`select actor, detail from audit_events where action = 'comments-blanked' order by seq`)
