import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import { touchpoints } from '@/domain/door'
import { codeBytes, groupCode, makeCode } from '@/domain/enrolment'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeUnlessRefused } from '../audit/log'
import { database } from '../client'
import { doors } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { getManagedUnit } from './changes'
import { listDesks } from './desks'
import { listOpenFields } from './fields'

export type NewLink = Readonly<{
  unitCode: string
  surveyCode: string
  /** `qr` or `link`: counted apart. */
  channel: string
  /** Blank for the whole unit. */
  deskCode: string
  /** Blank where the person says, or nobody does. */
  fieldCode: string
  touchpoint: string
}>

type LinkProblem = 'not-found' | 'no-survey' | 'unknown-channel' | 'desk-closed' | 'unit-ended'

/** Makes a link or QR code. What it stands for never changes: another place is another link. Answers its code. */
export async function makeLink(
  scope: Scope,
  link: NewLink,
  now: number,
): Promise<Result<string, LinkProblem>> {
  const unit = await getManagedUnit(scope, link.unitCode)
  if (!unit) return refused({ code: 'not-found' })
  if (unit.successorId !== null) return refused({ code: 'unit-ended' })
  const channel = (['qr', 'link'] as const).find((one) => one === link.channel)
  if (!channel) return refused({ code: 'unknown-channel', field: 'channel' })
  const [survey] = await database().select().from(surveys).where(eq(surveys.code, link.surveyCode))
  if (!survey) return refused({ code: 'no-survey', field: 'survey' })
  const desk = (await listDesks([unit.id])).find(({ code }) => code === link.deskCode)
  const field = (await listOpenFields()).find(({ code }) => code === link.fieldCode)
  const touchpoint = touchpoints.find((one) => one === link.touchpoint)
  if ((link.deskCode && !desk) || (link.fieldCode && !field) || (link.touchpoint && !touchpoint)) {
    return refused({ code: 'not-found' })
  }
  if (desk?.closedAt != null) return refused({ code: 'desk-closed', field: 'desk' })
  const door = {
    kind: 'link' as const,
    channel,
    surveyId: survey.id,
    unitId: unit.id,
    deskId: desk?.id ?? null,
    fieldId: field?.id ?? null,
    touchpoint: touchpoint ?? null,
    openedAt: now,
  }
  return ok(await insertUnderNewCode(scope, door, survey.code, now))
}

/** Thirty letters and digits to the eighth: a code that is taken is met about never, and then another is made. */
async function insertUnderNewCode(
  scope: Scope,
  door: Omit<typeof doors.$inferInsert, 'code'>,
  survey: string,
  now: number,
): Promise<string> {
  for (;;) {
    const code = groupCode(makeCode(randomBytes(codeBytes))).toLowerCase()
    const insert = database()
      .insert(doors)
      .values({ ...door, code })
    const detail = { link: code, survey, channel: door.channel }
    const event = doneBy(scope, { action: 'link-added', unitId: door.unitId, detail })
    if (await writeUnlessRefused(/UNIQUE.*doors\.code/, [insert], event, now)) return code
  }
}
