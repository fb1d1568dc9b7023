import 'server-only'
import type { Sighting, Source, SourceRecord } from '@/domain/sign/sign'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import { type Place, pageSize, parserOf, readPage, type SightingQuery } from './sighting-pages'
import { listSourceDoors, type SourceDoor } from './sources'

export type Sightings = Readonly<{
  records: readonly SourceRecord[]
  n: number
  /** Only the newest were read. */
  isCut: boolean
}>

/** Read at most, the newest half-months first: some two seconds of reading in small pages. */
const mostSightings = 200_000

/** Every response that counts, by source and in order of answering. Never holds the event loop for long. */
export async function readSightings(
  query: SightingQuery,
  most: number = mostSightings,
): Promise<Sightings> {
  const surveyId = query.versions[0]?.surveyId ?? 0
  const doors = new Map(
    (await listSourceDoors(surveyId, query.unitIds)).map((door) => [door.doorId, door]),
  )
  const gathered = new Map<string, Gathered>()
  const parse = parserOf(query.versions)
  let n = 0
  for (const place of await listPlaces(query)) {
    for (let before = Number.MAX_SAFE_INTEGER; n < most; ) {
      const page = await readPage(query, place, before, Math.min(pageSize, most - n))
      for (const row of page) {
        const door = doors.get(row.doorId)
        if (door) gather(gathered, door, parse(row, door))
      }
      n += page.length
      before = page.at(-1)?.seq ?? 0
      await takeTurn()
      if (page.length < pageSize) break
    }
  }
  const records: SourceRecord[] = []
  for (const one of gathered.values()) {
    records.push(inOrder(one))
    await takeTurn()
  }
  return { records, n, isCut: n >= most }
}

/** Units are asked for in portions, so that twenty years of many of them are several reads. */
const unitsPerRead = 20

async function listPlaces({ versions, unitIds, halfMonths }: SightingQuery): Promise<Place[]> {
  const places: Place[] = []
  const versionIds = JSON.stringify(versions.map(({ rowId }) => rowId))
  for (let start = 0; start < unitIds.length; start += unitsPerRead) {
    const units = JSON.stringify(unitIds.slice(start, start + unitsPerRead))
    const { rows } = await database().$client.execute({
      sql: `select distinct unit_id as unitId, half_month as halfMonth from tallies
        where version_id in (select value from json_each(?)) and slice = 'total'
          and unit_id in (select value from json_each(?)) and half_month between ? and ? and n > 0`,
      args: [versionIds, units, halfMonths.first, halfMonths.last],
    })
    places.push(
      ...rows.map((row) => ({ unitId: Number(row.unitId), halfMonth: Number(row.halfMonth) })),
    )
    await takeTurn()
  }
  return places.sort((a, b) => b.halfMonth - a.halfMonth || a.unitId - b.unitId)
}

type Gathered = { source: Source; timed: Sighting[]; doubtful: Sighting[] }

/** A tablet's newest door says where it stands. Rows come newest first, so the first one seen is that. */
function gather(all: Map<string, Gathered>, { source }: SourceDoor, sighting: Sighting): void {
  const one = all.get(source.key) ?? { source, timed: [], doubtful: [] }
  all.set(source.key, one)
  if (sighting.isDoubtful) one.doubtful.push(sighting)
  else one.timed.push(sighting)
}

const inOrder = ({ source, timed, doubtful }: Gathered): SourceRecord => ({
  source,
  timed: timed.reverse().sort(byTime),
  doubtful: doubtful.sort(byTime),
})

const byTime = (a: Sighting, b: Sighting) => a.at - b.at || a.seq - b.seq
