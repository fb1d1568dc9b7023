import 'server-only'
import { randomBytes } from 'node:crypto'
import { oldestAnswer } from '@/domain/clock'
import type { SurveyDefinition } from '@/domain/survey'
import { type Statement, write } from '../client'
import { contentKeySetting } from '../content-key'
import { desk8 } from '../questionnaires/desk-8'
import { fieldGroups } from '../questionnaires/field-groups'
import { kiosk1 } from '../questionnaires/kiosk-1'
import { sipas22 } from '../questionnaires/sipas-22'

const shipped: readonly SurveyDefinition[] = [kiosk1, desk8, sipas22]

/** Unit and desk as first start makes them, before anybody has said what they are called. */
export const unitAtStart = { code: 'office', name: 'Bộ phận một cửa', level: 'office' } as const
export const deskAtStart = { code: '1', label: 'Quầy số 1' } as const

/** The questionnaires are older than any installation: a former unit's answers may be brought in too. */
const publishedAt = Date.UTC(2020, 0, 1)

/**
 * What every installation begins with: unit `office`, desk `1`, the groups of fields, the shipped questionnaires as
 * published versions, and for each a link door whose code is the questionnaire's. Adds what is missing, changes
 * nothing that is there; safe at every start.
 */
export async function makeFirstThings(now: number): Promise<void> {
  // Answers given before the installation (paper, an older system) may be brought in: so far back a door is open.
  const openedAt = now - oldestAnswer
  await write([
    insert('settings (key, value)', [contentKeySetting, randomBytes(32).toString('hex')]),
    insert('units (code, name, level)', Object.values(unitAtStart)),
    {
      sql: `insert into desks (unit_id, code, label) select id, ?, ? from units where code = ?
        on conflict do nothing`,
      args: [deskAtStart.code, deskAtStart.label, unitAtStart.code],
    },
    ...fieldGroups.map(({ code, text }) => insert('fields (code, name)', [code, text.vi])),
    ...shipped.flatMap((definition) => publish(definition, openedAt)),
  ])
}

const insert = (target: string, args: readonly string[]): Statement => ({
  sql: `insert into ${target} values (${args.map(() => '?').join(', ')}) on conflict do nothing`,
  args: [...args],
})

function publish(definition: SurveyDefinition, openedAt: number): Statement[] {
  const { code } = definition
  return [
    {
      sql: 'insert into surveys (code, opened_at) values (?, ?) on conflict do nothing',
      args: [code, publishedAt],
    },
    {
      sql: `insert into survey_versions (public_id, survey_id, number, definition, published_at)
        select ?, id, 1, ?, ? from surveys where code = ? on conflict do nothing`,
      args: [`${code}@1`, JSON.stringify(definition), publishedAt, code],
    },
    {
      sql: `insert into doors (code, kind, channel, survey_id, unit_id, opened_at)
        select s.code, 'link', 'link', s.id, u.id, ? from surveys s, units u
        where s.code = ? and u.code = ? on conflict do nothing`,
      args: [openedAt, code, unitAtStart.code],
    },
  ]
}
