import 'server-only'
import { eq } from 'drizzle-orm'
import { isOpenAt } from '@/domain/opening'
import {
  completeLocales,
  type Locale,
  questionsFor,
  type SurveyDefinition,
  type Text,
} from '@/domain/survey'
import { database } from '../client'
import { getCommentMonths } from '../comments/retention'
import { deviceSurveys, devices, doors } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { desks, units } from '../schema/units'
import { getOpenVersion } from '../surveys/surveys'

/** Where a tablet stands and what it asks there. */
export type DeviceView = Readonly<{
  device: Readonly<{ id: number; name: string }>
  unit: Readonly<{ code: string; name: string }>
  desk: Readonly<{ code: string; label: string }>
  surveys: readonly ShownSurvey[]
  /** How long the words of comments are kept, for the notice that it shows. */
  commentMonths: number
}>

type ShownSurvey = Readonly<{
  door: string
  surveyVersionId: string
  /** Without the questions that are never put on a tablet. */
  definition: SurveyDefinition
  locales: readonly Locale[]
}>

/** The device with its place and the surveys that are open at its desk now, in their order. */
export async function getDeviceView(deviceId: number, now: number): Promise<DeviceView | null> {
  const [place] = await database()
    .select({
      device: { id: devices.id, name: devices.name },
      unit: { code: units.code, name: units.name },
      desk: { code: desks.code, label: desks.label },
    })
    .from(devices)
    .innerJoin(units, eq(units.id, devices.unitId))
    .innerJoin(desks, eq(desks.id, devices.deskId))
    .where(eq(devices.id, deviceId))
  if (!place) return null
  const [surveys, commentMonths] = await Promise.all([listShown(deviceId, now), getCommentMonths()])
  return { ...place, surveys, commentMonths }
}

async function listShown(deviceId: number, now: number): Promise<ShownSurvey[]> {
  const rows = await database()
    .select({ door: doors, survey: surveys })
    .from(deviceSurveys)
    .innerJoin(doors, eq(doors.id, deviceSurveys.doorId))
    .innerJoin(surveys, eq(surveys.id, deviceSurveys.surveyId))
    .where(eq(deviceSurveys.deviceId, deviceId))
    .orderBy(deviceSurveys.position)
  const shown: ShownSurvey[] = []
  for (const { door, survey } of rows) {
    const version = isOpenAt([door, survey], now) ? await getOpenVersion(survey.id, now) : null
    if (!version) continue
    const { definition } = version
    shown.push({
      door: door.code,
      surveyVersionId: version.id,
      definition: { ...definition, questions: questionsFor(definition, door.channel) },
      locales: completeLocales(definition),
    })
  }
  return shown
}

/** The surveys that a tablet can show now, in the order in which they were made. */
export async function listTabletSurveys(now: number): Promise<{ code: string; title: Text }[]> {
  const rows = await database().select().from(surveys).orderBy(surveys.id)
  const found = await Promise.all(
    rows
      .filter((survey) => isOpenAt([survey], now))
      .map(async ({ id, code }) => ({ code, version: await getOpenVersion(id, now) })),
  )
  return found.flatMap(({ code, version }) =>
    version && questionsFor(version.definition, 'kiosk').length > 0
      ? [{ code, title: version.definition.title }]
      : [],
  )
}
