import { beforeEach, expect, it } from 'vitest'
import { setLinkOpen } from '@/db/surveys/opening'
import { getPublishedSurvey } from '@/db/surveys/surveys'
import { setDeskOpen } from '@/db/units/desk-changes'
import { mergeUnit } from '@/db/units/merger'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const now = arrival
const refusal = (code: string) => ({ ok: false, problems: [{ code }] })

it('a link that is opened closes with the last day of a merged unit all the same, and is not opened after', async () => {
  const scope = await someoneAt('tinh')
  await mergeUnit(scope, 'xa-b', { successorCode: 'xa-a', day: '2026-11-30' }, now)
  const code = 'kiosk-1.xa-b.link'
  await setLinkOpen(scope, code, false, now)
  expect(await setLinkOpen(scope, code, true, now + 5)).toMatchObject({ ok: true })
  expect(await getPublishedSurvey(code, now + 5)).toMatchObject({ ok: true })
  const december = Date.UTC(2026, 10, 30, 17)
  expect(await getPublishedSurvey(code, december)).toMatchObject(refusal('closed'))
  expect(await setLinkOpen(scope, code, true, december)).toMatchObject(refusal('unit-ended'))
})

it('a link of a closed desk is not opened before the desk', async () => {
  const scope = await someoneAt('xa-a')
  const [code, desk] = ['kiosk-1.xa-a.qr', { unitCode: 'xa-a', code: '2' }]
  await setDeskOpen(scope, desk, false, now)
  expect(await setLinkOpen(scope, code, true, now + 5)).toMatchObject(refusal('desk-closed'))
  await setDeskOpen(scope, desk, true, now + 5)
  expect(await setLinkOpen(scope, code, true, now + 5)).toMatchObject({ ok: true })
  expect(await getPublishedSurvey(code, now + 5)).toMatchObject({ ok: true })
})
