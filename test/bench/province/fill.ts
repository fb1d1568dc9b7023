import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, database, useDatabase } from '@/db/client'
import { daysOf, drawer } from './arrivals'
import { Bulk } from './bulk'
import { DoorTally } from './door-tally'
import { foundProvince, type StoredDoor } from './office'
import { type Pattern, patternsEach, patternsFor, qualitySteps } from './patterns'
import { type Commune, communesOf, type Questionnaires, type Way, waysOf } from './plan'
import { Store } from './store'
import { writeTallies } from './write-tallies'

type Options = Readonly<{ responses: number; seed?: number; questionnaires?: Questionnaires }>

/**
 * Makes a database of an invented province: 100 communes, 400 desks, two years, so many responses. The same seed and
 * number give the same responses. They are written in bulk, and the tallies at the end from sums kept in memory; the
 * audit must find them equal to a recount.
 */
export async function fillProvince(
  file: string,
  { responses, seed = 1, questionnaires = 'shipped' }: Options,
): Promise<void> {
  const communes = communesOf(seed)
  const doors = await foundAt(
    file,
    (office) => foundProvince(office, questionnaires, responses),
    communes,
  )
  const ways = communes.flatMap(waysOf)
  const people = new People(seed)
  const counters = ways.map((way) => {
    const door = doors.get(way.code)
    if (!door) throw new Error(`no door ${way.code}`)
    return new DoorTally(door, people.at(way, door.survey))
  })
  const draw = drawer(ways.map(({ share, commune }) => share * commune.share))
  const bulk = new Bulk(file)
  const indices = ['responses_place', 'comments_reading', 'comments_response'].map((name) =>
    bulk.without(name),
  )
  const store = new Store(bulk, counters)
  for (const day of daysOf(seed, responses)) {
    for (let i = 0; i < day.n; i++) {
      const way = draw(day.random)
      const counter = counters[way]
      if (!counter) throw new Error('no such way')
      const index = Math.floor(day.random() * patternsEach)
      store.respond(day, way, counter, counter.patternAt(index))
      counter.add(day.halfMonth, index)
    }
    store.flush(day)
  }
  writeTallies(bulk, counters)
  for (const make of indices) make()
  bulk.close()
}

/** The connections of the app set the write-ahead log and let go of it late: the bulk goes to a copy. */
async function foundAt(
  file: string,
  found: (communes: readonly Commune[]) => Promise<ReadonlyMap<string, StoredDoor>>,
  communes: readonly Commune[],
) {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-founding-'))
  useDatabase(`file:${join(folder, 'founding.db')}`)
  const doors = await found(communes)
  await database().$client.execute({ sql: 'vacuum into ?', args: [file] })
  closeDatabase()
  rmSync(folder, { recursive: true })
  return doors
}

/** Who may come: drawn once for every survey, channel and step of quality. */
class People {
  readonly #seed: number
  readonly #known = new Map<string, readonly Pattern[]>()

  constructor(seed: number) {
    this.#seed = seed
  }

  at({ commune, channel }: Way, survey: string): readonly Pattern[] {
    const quality =
      qualitySteps.findLast((step) => step <= commune.quality) ?? qualitySteps[0] ?? 0.8
    const key = `${survey} ${channel} ${quality}`
    const known = this.#known.get(key) ?? patternsFor(this.#seed, survey, channel, quality)
    this.#known.set(key, known)
    return known
  }
}
