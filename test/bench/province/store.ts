import type { Random } from '@/scripts/demonstration/random'
import type { BusyDay } from './arrivals'
import type { Bulk } from './bulk'
import { type DoorTally, modeOf } from './door-tally'
import type { Pattern } from './patterns'

const perGroup = 5000
const bytesEach = 32
/** Milliseconds of a working day fit in so many bits, people in the next ones. */
const [dayBits, peopleBits] = [2 ** 26, 2 ** 14]

/** Who came in at which door, packed so that SQLite itself makes the rows: nothing else is as fast. */
const insertGroup = `
  insert into responses (id, version_id, door_id, unit_id, desk_id, field_id, touchpoint, channel, mode, locale,
    started_at, answered_at, sent_at, received_at, answered_on, half_month, answers, content_hash, tallied)
  select substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-4' || substr(hex, 14, 3) || '-a' || substr(hex, 18, 3)
      || '-' || substr(hex, 21), d.version_id, d.id, d.unit_id, d.desk_id, d.field_id, p.touchpoint, d.channel, d.mode,
    'vi', g.at - 60000, g.at, g.at + 1000, g.at + 2000, ?2, ?3, p.answers, g.hash, 1
  from (select value >> 40 as door, value >> 26 & ${peopleBits - 1} as person, ?1 + (value & ${dayBits - 1}) as at,
      lower(hex(substr(?5, key * ${bytesEach} + 1, 16))) as hex, substr(?5, key * ${bytesEach} + 1, ${bytesEach}) as hash
    from json_each(?4)) g
    cross join temp.ways d on d.way = g.door cross join temp.people p on p.person = g.person`

/** Writes responses and comments in the order in which they come, in groups. */
export class Store {
  readonly #write: (...values: readonly unknown[]) => void
  readonly #comment: (...values: readonly unknown[]) => void
  readonly #persons = new Map<Pattern, number>()
  readonly #addPerson: (...values: readonly unknown[]) => void
  readonly #bytes = Buffer.alloc(perGroup * bytesEach)
  #group: number[] = []
  #seq = 0

  constructor(bulk: Bulk, ways: readonly DoorTally[]) {
    bulk.run(`create temp table ways (way integer primary key, version_id, id, unit_id, desk_id, field_id, channel, mode);
      create temp table people (person integer primary key, touchpoint, answers)`)
    const addWay = bulk.prepare('insert into temp.ways values (?, ?, ?, ?, ?, ?, ?, ?)')
    for (const [way, { door }] of ways.entries()) {
      const { versionId, id, unitId, deskId, fieldId, channel } = door
      addWay(way, versionId, id, unitId, deskId, fieldId, channel, modeOf(door))
    }
    this.#addPerson = bulk.prepare('insert into temp.people values (?, ?, ?)')
    this.#write = bulk.prepare(insertGroup)
    this.#comment = bulk.prepare(`insert into comments
      (key, response_seq, question, unit_id, version_id, month, level, tallied, text, folded)
      values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`)
  }

  respond(day: BusyDay, way: number, { door, touchpointOf }: DoorTally, pattern: Pattern): void {
    const person = this.#personOf(pattern, touchpointOf)
    const at = Math.floor(day.random() * 36_000_000)
    this.#seq++
    this.#drawBytes(day.random, this.#group.length * bytesEach)
    this.#group.push((way * peopleBits + person) * dayBits + at)
    for (const { question, text, folded } of pattern.comments) {
      const end = this.#group.length * bytesEach
      const key = this.#bytes.toString('hex', end - 8, end)
      const month = day.halfMonth >> 1
      const { unitId, versionId } = door
      this.#comment(key, this.#seq, question, unitId, versionId, month, pattern.level, text, folded)
    }
    if (this.#group.length === perGroup) this.flush(day)
  }

  /** A group is of one day. */
  flush({ opensAt, day, halfMonth }: BusyDay): void {
    if (this.#group.length === 0) return
    this.#write(opensAt, day, halfMonth, JSON.stringify(this.#group), this.#bytes)
    this.#group = []
  }

  #personOf(pattern: Pattern, touchpointOf: DoorTally['touchpointOf']): number {
    const known = this.#persons.get(pattern)
    if (known !== undefined) return known
    const person = this.#persons.size
    if (person >= peopleBits) throw new Error('too many different people')
    this.#persons.set(pattern, person)
    this.#addPerson(person, touchpointOf(pattern), pattern.json)
    return person
  }

  #drawBytes(random: Random, start: number): void {
    for (let i = start; i < start + bytesEach; i += 4) {
      this.#bytes.writeUInt32LE(Math.floor(random() * 2 ** 32), i)
    }
    // The generator has 32 bits of state and repeats itself among millions: the number itself tells them apart.
    const apart = Math.imul(this.#seq, 0x9e3779b1) >>> 0
    this.#bytes.writeUInt32LE(apart, start)
    this.#bytes.writeUInt32LE(apart, start + bytesEach - 8)
  }
}
