import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { dropDraft, getDraft, saveDraft } from '@/db/responses/drafts'
import { drafts } from '@/db/schema/responses'
import { getDoor } from '@/db/surveys/doors'
import { useTestDatabase } from '../helpers/database'

useTestDatabase()
const now = Date.UTC(2026, 10, 23)
const lifetime = 15 * 60 * 1000
let door = 0
let otherDoor = 0

beforeEach(async () => {
  await makeFirstThings(now)
  door = (await getDoor('kiosk-1'))?.id ?? 0
  otherDoor = (await getDoor('desk-8'))?.id ?? 0
})

describe('drafts', () => {
  it('are read with their token, at their door, for a quarter of an hour', async () => {
    const token = await saveDraft(door, '{"a":1}', now)
    expect(await getDraft(token, door, now + lifetime - 1)).toBe('{"a":1}')
    expect(await getDraft(token, door, now + lifetime)).toBeNull()
    expect(await getDraft(token, otherDoor, now)).toBeNull()
    expect(await getDraft('another', door, now)).toBeNull()
  })

  it('keep no token that could be read out of the database', async () => {
    const token = await saveDraft(door, '{}', now)
    const [row] = await database().select().from(drafts)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('are bounded at each door: a flood pushes out its own', async () => {
    const kept = await saveDraft(otherDoor, 'elsewhere', now)
    const tokens: string[] = []
    for (let i = 0; i < 503; i++) tokens.push(await saveDraft(door, String(i), now + i))
    expect(await database().select().from(drafts)).toHaveLength(501)
    expect(await getDraft(tokens[2] ?? '', door, now)).toBeNull()
    expect(await getDraft(tokens[3] ?? '', door, now)).toBe('3')
    expect(await getDraft(kept, otherDoor, now)).toBe('elsewhere')
  })

  it('go when they are too old, and on request', async () => {
    await saveDraft(door, 'old', now)
    const token = await saveDraft(otherDoor, 'new', now + lifetime)
    expect(await database().select().from(drafts)).toHaveLength(1)
    await dropDraft(token)
    expect(await database().select().from(drafts)).toHaveLength(0)
  })
})
