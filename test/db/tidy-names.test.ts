import { beforeEach, describe, expect, it } from 'vitest'
import { invitePerson } from '@/db/accounts/invitations'
import { createUser } from '@/db/accounts/new-users'
import { write } from '@/db/client'
import { makeEnrolmentCode } from '@/db/devices/new-enrolment-code'
import { saveDossierRows } from '@/db/dossiers/changes'
import { withdrawDossierEntries } from '@/db/dossiers/withdrawals'
import { addExemptRange } from '@/db/limits/exempt-ranges'
import { sheetStatement } from '@/db/tallies/sheets'
import { addUnit } from '@/db/units/changes'
import { changeDesk } from '@/db/units/desk-changes'
import { addDesk } from '@/db/units/desks'
import { addField } from '@/db/units/field-changes'
import { recordUnit } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import { noDossierCounts } from '@/domain/dossier/dossier'
import { monthPeriod } from '@/domain/period'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'
import { deskAt } from '../helpers/tablet'

useTestDatabase()
let top: Scope
beforeEach(async () => {
  await foundDistrict()
  top = await personWith(['admin', 'tinh'])
})

const now = arrival
const typed = ' Lê\0 Thị\u0007\u202E\u009b  A '
const kept = 'Lê Thị A'
const nothing = '\0\u200B\u202E\u0007'

const unit = { level: 'xa', validFrom: '', validTo: '' } as const
const counts = { ...noDossierCounts, resolved: 1 }
const dossiers = { unitCode: 'xa-a', fieldCode: null, period: monthPeriod('2026-05'), counts }
const saveDossiers = (source: string) =>
  saveDossierRows(top, { rows: [dossiers], source, reason: '', seen: [] }, now)

/** Every way in which a name comes into the database, and where it is then. */
const ways: Readonly<Record<string, readonly [(name: string) => Promise<unknown>, string]>> = {
  'a unit by form': [
    (name) => addUnit(top, { ...unit, name, code: 'moi', parentCode: 'tinh' }, now),
    "select name from units where code = 'moi'",
  ],
  'a unit by command': [
    (name) => recordUnit({ code: 'moi', name, level: 'xa' }, { actorId: null, actor: 'x' }, now),
    "select name from units where code = 'moi'",
  ],
  'a desk': [
    (label) => addDesk(top, { unitCode: 'xa-a', code: '9', label }, now),
    "select label from desks where code = '9'",
  ],
  "a desk's number": [
    (code) => addDesk(top, { unitCode: 'xa-a', code, label: 'Chín' }, now),
    "select code from desks where label = 'Chín'",
  ],
  'a desk that is renamed': [
    (label) => changeDesk(top, { unitCode: 'xa-a', code: '1' }, { label, fieldCodes: [] }, now),
    "select d.label from desks d join units u on u.id = d.unit_id where u.code = 'xa-a' and d.code = '1'",
  ],
  'a field': [
    (name) => addField(top, { name, groupCode: '' }, now),
    "select name from fields where code = 'le-thi-a'",
  ],
  'somebody by form': [
    (name) =>
      invitePerson(top, { name, email: 'a@xa.gov.vn', role: 'viewer', unitCode: 'tinh' }, now),
    "select name from users where email = 'a@xa.gov.vn'",
  ],
  'somebody by command': [
    (name) =>
      createUser(
        { name, email: 'b@xa.gov.vn', passwordHash: '' },
        { unitId: 1, role: 'viewer' },
        { actorId: null, actor: 'x' },
        now,
      ),
    "select name from users where email = 'b@xa.gov.vn'",
  ],
  'an exempt range': [
    (label) => addExemptRange(top, { range: '192.0.2.0/24', label }, now),
    'select label from exempt_ranges',
  ],
  'a tablet': [
    async (name) =>
      makeEnrolmentCode(
        top,
        { deskId: await deskAt('xa-a', '1'), surveyCodes: ['kiosk-1'], name },
        now,
      ),
    'select name from enrolment_codes',
  ],
  'the source of dossiers': [saveDossiers, 'select source from dossier_stats'],
  'the source of a tally sheet': [
    (source) => write([sheetStatement({ ...sheet, source }, now)]),
    'select source from tally_sheets',
  ],
}

const sheet = {
  ...{ versionId: 1, questionId: 'overall', unitId: 1, channel: 'paper' as const },
  ...{ period: monthPeriod('2026-05'), levels: [0, 0, 0, 0, 1] as const },
  ...{ handedOut: null, returned: null, invalid: null, publishedScore: null },
}

describe('signs that nobody sees are not kept', () => {
  it.each(Object.entries(ways))('of the name of %s', async (_, [enter, sql]) => {
    await enter(typed)
    expect(await lines(sql)).toEqual([kept])
  })

  it('of the reason for which dossiers are withdrawn', async () => {
    await saveDossiers('')
    const ids = (await lines('select id from dossier_stats')).map(Number)
    await withdrawDossierEntries(top, { ids, reason: 'Nhập\0 nhầm\u0007' }, now)
    expect(await lines('select end_reason from dossier_stats')).toEqual(['Nhập nhầm'])
  })
})

describe('a name of which nothing can be seen is none', () => {
  it.each([
    ['a unit by command', 'blank-name'],
    ['a unit by form', 'blank-name'],
    ['a desk', 'blank-desk'],
    ['somebody by form', 'blank-name'],
    ['a field', 'blank-name'],
    ['an exempt range', 'blank-label'],
  ])('for %s', async (way, code) => {
    expect(await ways[way]?.[0](nothing)).toMatchObject({ ok: false, problems: [{ code }] })
  })

  it('for a tablet, which is then called like its desk', async () => {
    await ways['a tablet']?.[0](nothing)
    expect(await lines('select name from enrolment_codes')).toEqual(['Quầy 1'])
  })
})
