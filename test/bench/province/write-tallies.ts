import type { Bulk } from './bulk'
import type { DoorTally } from './door-tally'

/** Adds up the doors of each unit and version and writes the sums. */
export function writeTallies(bulk: Bulk, doors: readonly DoorTally[]): void {
  const places = new Map<string, DoorTally[]>()
  for (const tally of doors) {
    const key = `${tally.door.versionId} ${tally.door.unitId}`
    places.set(key, [...(places.get(key) ?? []), tally])
  }
  const write = bulk.prepare(`
    insert into tallies (version_id, slice, unit_id, half_month, item, cell, level, n)
    select ?1, value ->> 0, ?2, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from json_each(?3)`)
  for (const own of places.values()) {
    const sums = new Map<string, (string | number)[]>()
    const { versionId, unitId } = own[0]?.door ?? { versionId: 0, unitId: 0 }
    for (const tally of own) {
      for (const [half, { slice, item, cell, level }, n] of tally.counted()) {
        const key = `${slice}\t${half}\t${item}\t${cell}\t${level}`
        const sum = sums.get(key)
        if (sum) sum[5] = Number(sum[5]) + n
        else sums.set(key, [slice, half, item, cell, level, n])
      }
    }
    write(versionId, unitId, JSON.stringify([...sums.values()]))
  }
}
