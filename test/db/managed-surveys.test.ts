import { beforeEach, describe, expect, it } from 'vitest'
import { recordResponse } from '@/db/responses/intake'
import { getManagedSurvey, listManagedSurveys } from '@/db/surveys/managed'
import { setLinkOpen, setSurveyOpen } from '@/db/surveys/opening'
import { getPublishedSurvey } from '@/db/surveys/surveys'
import { roles } from '@/domain/access'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, scopeAt } from '../helpers/district'
import { envelopeOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'
import { enrolAt, someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

// What a door or survey was a second ago may still be remembered.
const later = arrival + 2000
const notFound = { ok: false, problems: [{ code: 'not-found' }] }

describe('surveys for administrators', () => {
  it('show their versions, and the links and tablets of the units in reach', async () => {
    await enrolAt({ unit: 'xa-a', surveys: ['kiosk-1'] }, arrival)
    const codes = async (unit: Parameters<typeof scopeAt>[0]) => {
      const survey = await getManagedSurvey(await scopeAt(unit, 'admin'), 'kiosk-1', later)
      return {
        versions: survey?.versions.map(({ number }) => number),
        links: survey?.links.map(({ code }) => code),
        tablets: survey?.tablets.map(({ unit }) => unit),
      }
    }
    expect(await codes('xa-a')).toEqual({
      versions: [1, 2],
      links: ['kiosk-1.xa-a.link', 'kiosk-1.xa-a.qr'],
      tablets: ['Xã A'],
    })
    expect(await codes('xa-b-1')).toMatchObject({
      links: ['kiosk-1.xa-b-1.link', 'kiosk-1.xa-b-1.qr'],
      tablets: [],
    })
  })

  it.each(roles.filter((role) => role !== 'admin'))('are nothing to a %s', async (role) => {
    const scope = await scopeAt('tinh', role)
    expect(await listManagedSurveys(scope, later)).toEqual([])
    expect(await getManagedSurvey(scope, 'kiosk-1', later)).toBeNull()
    expect(await setSurveyOpen(scope, 'kiosk-1', false, later)).toMatchObject(notFound)
    expect(await setLinkOpen(scope, 'kiosk-1.xa-a.qr', false, later)).toMatchObject(notFound)
  })
})

describe('closing', () => {
  it('a survey is for who administers every unit, and is noted once', async () => {
    const below = await scopeAt('xa-a', 'admin')
    expect(await setSurveyOpen(below, 'kiosk-1', false, later)).toMatchObject(notFound)
    const top = await someoneAt('office')
    expect(await setSurveyOpen(top, 'nothing', false, later)).toMatchObject(notFound)
    await setSurveyOpen(top, 'kiosk-1', false, later)
    await setSurveyOpen(top, 'kiosk-1', false, later + 1)
    expect((await getManagedSurvey(top, 'kiosk-1', later + 1))?.isOpen).toBe(false)
    await setSurveyOpen(top, 'kiosk-1', true, later + 2)
    expect((await getManagedSurvey(top, 'kiosk-1', later + 3))?.isOpen).toBe(true)
    expect(await lines("select action from audit_events where action like 'survey-%'")).toEqual([
      'survey-closed',
      'survey-opened',
    ])
  })

  it('a link shuts that way in alone, and only in reach', async () => {
    const code = 'kiosk-1.xa-a.link'
    expect(await setLinkOpen(await scopeAt('xa-b', 'admin'), code, false, later)).toMatchObject(
      notFound,
    )
    await setLinkOpen(await someoneAt('xa-a'), code, false, later)
    expect(await getPublishedSurvey(code, later)).toMatchObject({ problems: [{ code: 'closed' }] })
    expect(await getPublishedSurvey('kiosk-1.xa-a.qr', later)).toMatchObject({ ok: true })
    const late = envelopeOf(1, arrival, { door: code, surveyVersionId: 'kiosk-1@1' })
    expect(await recordResponse(late, later + 1000, 'public')).toMatchObject({
      outcome: 'recorded',
    })
  })

  it('no door of a tablet', async () => {
    const top = await scopeAt('tinh', 'admin')
    expect(await setLinkOpen(top, 'kiosk-1.xa-a.kiosk', false, later)).toMatchObject(notFound)
  })
})
