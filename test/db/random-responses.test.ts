import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { auditDatabase } from '@/db/recount/database'
import { recordResponse } from '@/db/responses/intake'
import { splitComments } from '@/domain/comment'
import { maskPersonalData } from '@/domain/personal-data/personal-data'
import { parseResponse } from '@/domain/response'
import { answersOf, surveys } from '../helpers/answers'
import { useTestDatabase } from '../helpers/database'
import { envelopeOf, idOf } from '../helpers/envelopes'
import { differences, lines } from '../helpers/recount'

useTestDatabase()
const now = Date.UTC(2026, 10, 20, 3)
beforeEach(() => makeFirstThings(now))

it('whatever is answered is stored as parsed, and every tally equals two recounts', async () => {
  const sent = surveys.flatMap((definition) =>
    fc.sample(answersOf(definition, 'link'), 120).map((answers, i) => ({
      definition,
      seed: `${definition.code} ${i}`,
      answers,
      daysAgo: (i * 37) % 300,
    })),
  )
  const outcomes = await Promise.all(
    sent.map(({ definition, seed, answers, daysAgo }) => {
      const answeredAt = now - daysAgo * 24 * 60 * 60 * 1000
      return recordResponse(
        envelopeOf(seed, now, { door: definition.code, answers, answeredAt }),
        now,
      )
    }),
  )
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['recorded']))
  const stored = new Map((await lines('select id, answers from responses')).map(splitAtSpace))
  const written = new Map(
    (await lines('select r.id, c.text from comments c join responses r on r.seq = response_seq'))
      .map(splitAtSpace)
      .map(([id, text]) => [id, [text]]),
  )
  expect(written.size).toBeGreaterThan(50)
  for (const { definition, seed, answers } of sent) {
    const parsed = parseResponse(definition, answers, 'link')
    if (!parsed.ok) throw new Error(`${seed} was refused`)
    const { counted, comments } = splitComments(definition, parsed.value)
    expect(JSON.parse(stored.get(idOf(seed)) ?? '')).toEqual(counted)
    const masked = comments.map(({ text }) => maskPersonalData(text))
    expect(written.get(idOf(seed)) ?? []).toEqual(masked)
  }
  expect(await differences()).toEqual([])
  // What was stored before the joint places were kept is added up by the migration.
  const { $client } = database()
  await $client.execute("delete from tallies where slice = 'place'")
  await $client.executeMultiple(readFileSync('db/migrations/0007_place-slice.sql', 'utf8'))
  expect(await differences()).toEqual([])
  const faults: string[] = []
  await auditDatabase((sentence) => faults.push(sentence))
  expect(faults).toEqual([])
})

const splitAtSpace = (line: string): [string, string] => [line.slice(0, 36), line.slice(37)]
