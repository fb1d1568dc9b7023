import { expect, it } from 'vitest'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { sipas22 } from '@/db/questionnaires/sipas-22'
import { overallLevel, parseResponse } from '@/domain/response'
import { findBursts } from '@/domain/sign/burst'
import { findFast } from '@/domain/sign/fast'
import { addToMix, findRuns, noMix } from '@/domain/sign/run'
import type { Sighting, SourceRecord } from '@/domain/sign/sign'
import { envelopeOf, visitsOf } from '@/scripts/demonstration/visits'
import { poster } from '../helpers/sightings'

const definitions = { 'kiosk-1': kiosk1, 'desk-8': desk8, 'sipas-22': sipas22 }

/** The demonstration's visits of one survey by the door they came in at. */
function recordsOf(survey: keyof typeof definitions, n: number, seed: number): SourceRecord[] {
  const definition = definitions[survey]
  const texts = new Set(definition.questions.filter(({ type }) => type === 'text').map((q) => q.id))
  const byDoor = new Map<string, Sighting[]>()
  for (const [seq, visit] of visitsOf(seed, '2026-11-20', n).entries()) {
    if (visit.door.survey !== survey || visit.door.kind === 'paper') continue
    const envelope = envelopeOf(visit, definition, `${survey}@1`)
    const { door, answeredAt, startedAt } = envelope
    const parsed = parseResponse(definition, envelope.answers, visit.door.channel)
    const answers = parsed.ok ? parsed.value : {}
    const sighting = {
      seq,
      at: answeredAt,
      isDoubtful: false,
      duration: answeredAt - startedAt,
      answered: Object.keys(answers).filter((id) => !texts.has(id)).length,
      level: overallLevel(definition, answers) ?? null,
    }
    byDoor.set(door, [...(byDoor.get(door) ?? []), sighting])
  }
  return [...byDoor].map(([key, timed]) => ({ source: { ...poster, key }, timed, doubtful: [] }))
}

it.each(['kiosk-1', 'desk-8', 'sipas-22'] as const)(
  'an ordinary year of %s raises no sign',
  (survey) => {
    const records = recordsOf(survey, 12_000, 1)
    const mix = records.reduce((sum, { timed }) => addToMix(sum, timed), noMix)
    expect(records.length).toBeGreaterThan(1)
    expect(records.flatMap(findBursts)).toEqual([])
    expect(records.flatMap((record) => findRuns(record, mix))).toEqual([])
    expect(records.flatMap(findFast)).toEqual([])
  },
)
