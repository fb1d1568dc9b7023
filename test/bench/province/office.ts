import { database, write } from '@/db/client'
import { statStatement } from '@/db/dossiers/statements'
import { makeFirstThings } from '@/db/installation/first-start'
import { migrateDatabase } from '@/db/installation/migrate'
import { unitStatement } from '@/db/units/units'
import type { Channel, DoorKind } from '@/domain/door'
import { monthsOf, startOfDay } from '@/domain/period'
import {
  type Commune,
  definitionOf,
  desk11,
  desksOf,
  dossiersIn,
  provinceCode,
  type Questionnaires,
  waysOf,
  years,
} from './plan'

/** A door as it stands in the database. */
export type StoredDoor = Readonly<{
  id: number
  code: string
  kind: DoorKind
  channel: Channel
  survey: string
  versionId: number
  unitId: number
  deskId: number | null
  fieldId: number | null
}>

/** Founds the province: units, desks, doors, dossier statistics. Answers its doors by code. */
export async function foundProvince(
  communes: readonly Commune[],
  questionnaires: Questionnaires,
  responses: number,
): Promise<ReadonlyMap<string, StoredDoor>> {
  await migrateDatabase()
  await makeFirstThings(startOfDay(years.from))
  await write([
    publishEleven.survey,
    publishEleven.version,
    unitStatement({ code: provinceCode, name: 'Tỉnh mẫu', level: 'tinh', parentCode: 'office' }),
    ...communes.map(({ code, name }) =>
      unitStatement({ code, name, level: 'xa', parentCode: provinceCode }),
    ),
  ])
  await write(communes.flatMap(({ code }) => desksOf.map((desk) => insertDesk(code, desk.code))))
  await write(
    communes.flatMap((commune) => waysOf(commune).map((way) => insertDoor(way, questionnaires))),
  )
  const total = communes.reduce((sum, { share }) => sum + share, 0)
  for (const { month: _, ...period } of monthsOf(years)) {
    await write(
      communes.map(({ code: unitCode, share }) => {
        const counts = dossiersIn(Math.ceil((responses / 12) * (share / total)))
        const source = 'Số liệu mẫu, không có thật'
        return statStatement({ unitCode, fieldCode: null, period, counts, source }, Date.now())
      }),
    )
  }
  return listDoors()
}

const openedAt = startOfDay(years.from)

const publishEleven = {
  survey: {
    sql: 'insert into surveys (code, opened_at) values (?, ?)',
    args: [desk11.code, openedAt],
  },
  version: {
    sql: `insert into survey_versions (public_id, survey_id, number, definition, published_at)
      select code || '@1', id, 1, ?, ? from surveys where code = ?`,
    args: [JSON.stringify(definitionOf(desk11.code)), openedAt, desk11.code],
  },
}

const insertDesk = (unit: string, desk: string) => ({
  sql: 'insert into desks (unit_id, code, label) select id, ?, ? from units where code = ?',
  args: [desk, `Quầy ${desk}`, unit],
})

function insertDoor(way: ReturnType<typeof waysOf>[number], questionnaires: Questionnaires) {
  const survey = questionnaires === 'eleven' ? desk11.code : way.survey
  return {
    sql: `insert into doors (code, kind, channel, survey_id, unit_id, desk_id, field_id, opened_at)
      select ?, ?, ?, s.id, u.id, (select id from desks where unit_id = u.id and code = ?),
        (select id from fields where code = ?), ?
      from surveys s, units u where s.code = ? and u.code = ?`,
    args: [
      way.code,
      way.kind,
      way.channel,
      way.desk,
      way.field,
      openedAt,
      survey,
      way.commune.code,
    ],
  }
}

async function listDoors(): Promise<ReadonlyMap<string, StoredDoor>> {
  const { rows } = await database().$client.execute(
    `select d.id, d.code, d.kind, d.channel, s.code as survey, v.id as versionId, d.unit_id as unitId,
      d.desk_id as deskId, d.field_id as fieldId
      from doors d join surveys s on s.id = d.survey_id join survey_versions v on v.survey_id = s.id`,
  )
  return new Map(rows.map((row) => [String(row.code), { ...row } as unknown as StoredDoor]))
}
