import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { waitToOpen } from '@/app/admission'
import type { KeptForm } from '@/components/survey/form-props'
import { getDraft } from '@/db/responses/drafts'
import { getPublishedSurvey, type PublishedSurvey } from '@/db/surveys/surveys'
import { makeResponseId } from '@/lib/response-id'
import { draftCookie } from './draft-cookie'

/** The survey behind a code; stops with 404 for an unknown one and leads on for a closed one, or when too many ask. */
export const requireSurvey = cache(async (code: string): Promise<PublishedSurvey> => {
  const now = Date.now()
  const address = `/s/${encodeURIComponent(code)}`
  // A page cannot answer 429 or 410 itself; the routes it leads to can.
  if ((await waitToOpen(await headers(), code, now)) > 0) redirect(`${address}/busy`)
  const published = await getPublishedSurvey(code, now)
  // Paper and invitations have codes too, but no form of theirs is open to everybody.
  if (published.ok && published.value.door.kind !== 'link') notFound()
  if (published.ok) return published.value
  if (published.problems[0]?.code === 'closed') redirect(`${address}/closed`)
  notFound()
})

/** What came back with problems a moment ago at this door, else a fresh form with an id of its own. */
export const keptForm = cache(async (doorId: number): Promise<KeptForm> => {
  const now = Date.now()
  const token = (await cookies()).get(draftCookie)?.value
  const content = token ? await getDraft(token, doorId, now) : null
  // Written by our own route alone.
  if (content) return JSON.parse(content) as KeptForm
  return { id: makeResponseId(now), startedAt: now, fields: {}, problems: [] }
})
