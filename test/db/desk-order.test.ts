import { beforeEach, expect, it } from 'vitest'
import { listDevices } from '@/db/devices/list'
import { getManagedSurvey } from '@/db/surveys/managed'
import { listDeskViews } from '@/db/units/desk-view'
import { addDesk, listOpenDesks } from '@/db/units/desks'
import { listUnitLinks } from '@/db/units/links'
import { makeLink } from '@/db/units/new-links'
import { getUnit } from '@/db/units/units'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { readView } from '../helpers/random-visits'
import { enrolAt, someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const now = arrival
const codes = ['30', '4', 'A', '21', '9']
const inOrder = ['4', '9', '21', '30', 'A']
const added = (all: readonly (string | undefined)[]) =>
  all.flatMap((one) => (one !== undefined && codes.includes(one) ? [one] : []))

/** The desks are called by their codes, so that every list shows what it goes by. */
async function addDesks() {
  const scope = await someoneAt('xa-a')
  for (const code of codes) {
    await addDesk(scope, { unitCode: 'xa-a', code, label: code }, now)
    const link = { unitCode: 'xa-a', surveyCode: 'kiosk-1', channel: 'qr', deskCode: code }
    await makeLink(scope, { ...link, fieldCode: '', touchpoint: '' }, now)
    await enrolAt({ unit: 'xa-a', desk: code, surveys: ['kiosk-1'] }, now)
  }
  return scope
}

it('desks stand by number where they have one, in every list', async () => {
  const scope = await addDesks()
  const unit = await getUnit('xa-a')
  const labels = (all: readonly { desk: string | null }[] = []) =>
    added(all.map(({ desk }) => desk ?? undefined))
  expect(added((await listOpenDesks([unit?.id ?? 0])).map(({ code }) => code))).toEqual(inOrder)
  expect(added((await listDeskViews(scope, 'xa-a', now)).map(({ code }) => code))).toEqual(inOrder)
  const links = await listUnitLinks(scope, 'xa-a', now)
  expect(added(links.map(({ desk }) => desk?.code))).toEqual(inOrder)
  expect(links[0]?.desk).toBeNull()
  expect(labels(await listDevices(scope))).toEqual(inOrder)
  const survey = await getManagedSurvey(scope, 'kiosk-1', now)
  expect(labels(survey?.links)).toEqual(inOrder)
  expect(labels(survey?.tablets)).toEqual(inOrder)
  const view = { survey: 'kiosk-1', unit: 'xa-a', from: '2026-11-15', to: '2026-11-30' } as const
  const { rows } = await readView(view, 'desk')
  expect(added(rows.map(({ key }) => key))).toEqual(inOrder)
})
