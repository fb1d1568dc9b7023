import { write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { recordResponse } from '@/db/responses/intake'
import { listUnits, unitStatement } from '@/db/units/units'
import { computeScope, type Role, type Scope } from '@/domain/access'
import type { Channel } from '@/domain/door'
import type { Question, SurveyDefinition } from '@/domain/survey'
import { idOf } from './envelopes'

/** When everything that is recorded in a district arrives; what is older is late. */
export const arrival = Date.UTC(2026, 10, 20, 3)

/** A province with two communes, one of which has a branch; each with two desks and three doors. */
export const unitCodes = ['tinh', 'xa-a', 'xa-b', 'xa-b-1'] as const
export type UnitCode = (typeof unitCodes)[number]

const places = [
  { door: 'kiosk', channel: 'kiosk', kind: 'device', desk: '1', field: null },
  { door: 'qr', channel: 'qr', kind: 'link', desk: '2', field: 'dat-dai' },
  { door: 'link', channel: 'link', kind: 'link', desk: null, field: null },
] as const

/** Version 2 of desk-8 asks q2 anew; version 2 of kiosk-1 asks the overall question anew. */
export async function foundDistrict(): Promise<void> {
  await makeFirstThings(arrival)
  await write([
    unitStatement({ code: 'tinh', name: 'Tỉnh', level: 'tinh' }),
    unitStatement({ code: 'xa-a', name: 'Xã A', level: 'xa', parentCode: 'tinh' }),
    unitStatement({ code: 'xa-b', name: 'Xã B', level: 'xa', parentCode: 'tinh' }),
    unitStatement({ code: 'xa-b-1', name: 'Điểm B1', level: 'office', parentCode: 'xa-b' }),
  ])
  await write(
    ['1', '2'].map((code) => ({
      sql: `insert into desks (unit_id, code, label)
        select id, ?, ? from units where code in (select value from json_each(?))`,
      args: [code, `Quầy ${code}`, JSON.stringify(unitCodes)],
    })),
  )
  await write(
    ['kiosk-1', 'desk-8'].flatMap((survey) => places.map((place) => doors(survey, place))),
  )
  await write([
    publishSecond({ ...desk8, questions: desk8.questions.map(anew('q2')) }),
    publishSecond({ ...kiosk1, questions: kiosk1.questions.map(anew('overall')) }),
  ])
}

/** Someone with a role at a unit of the district. */
export async function scopeAt(unit: UnitCode | 'office', role: Role = 'viewer'): Promise<Scope> {
  const units = await listUnits()
  const unitId = units.find(({ code }) => code === unit)?.id ?? 0
  return computeScope({ userId: 1, email: 'a@b', name: 'A' }, [{ unitId, role }], units)
}

export type Visit = Readonly<{
  survey: 'kiosk-1' | 'desk-8'
  version: 1 | 2
  unit: UnitCode
  place: 'kiosk' | 'qr' | 'link'
  /** Days before the arrival. */
  daysAgo: number
  answers: Readonly<Record<string, unknown>>
}>

/** Records the visits as late responses, in the order given. */
export async function recordVisits(visits: readonly Visit[], seed = 'visit'): Promise<void> {
  const outcomes = await Promise.all(
    visits.map((visit, index) => {
      const at = arrival - visit.daysAgo * 86_400_000
      const envelope = {
        id: idOf(`${seed} ${index}`),
        surveyVersionId: `${visit.survey}@${visit.version}`,
        door: `${visit.survey}.${visit.unit}.${visit.place}`,
        answers: visit.answers,
        locale: 'vi' as const,
        startedAt: at - 1000,
        answeredAt: at,
        sentAt: arrival,
      }
      return recordResponse(envelope, arrival, 'office')
    }),
  )
  const strange = outcomes.find(({ outcome }) => outcome !== 'recorded')
  if (strange) throw new Error(JSON.stringify(strange))
}

function doors(survey: string, place: (typeof places)[number]) {
  const channel: Channel = place.channel
  return {
    sql: `insert into doors (code, kind, channel, survey_id, unit_id, desk_id, field_id, opened_at)
      select s.code || '.' || u.code || '.' || ?, ?, ?, s.id, u.id,
        (select id from desks where unit_id = u.id and code = ?),
        (select id from fields where code = ?), 0
      from surveys s, units u
      where s.code = ? and u.code in (select value from json_each(?))`,
    args: [
      place.door,
      place.kind,
      channel,
      place.desk,
      place.field,
      survey,
      JSON.stringify(unitCodes),
    ],
  }
}

const anew =
  (id: string) =>
  (question: Question): Question =>
    question.id === id ? { ...question, seriesKey: `${id}, asked anew` } : question

const publishSecond = (definition: SurveyDefinition) => ({
  sql: `insert into survey_versions (public_id, survey_id, number, definition, published_at)
    select code || '@2', id, 2, ?, 1 from surveys where code = ?`,
  args: [JSON.stringify(definition), definition.code],
})
