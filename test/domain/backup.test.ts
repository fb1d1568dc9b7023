import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Backup, backupName, hasRoom, parseManifest } from '@/domain/backup'
import { backupDelay, backupState, hourlyDelay } from '@/domain/backup-schedule'
import { localDay } from '@/domain/period'
import { listOutdated } from '@/domain/retention'

const hour = 3600_000
// 25 November 2026, 14:30:05 in Viet Nam, a Wednesday.
const now = Date.UTC(2026, 10, 25, 7, 30, 5)
const hourly = (madeAt: number) => ({ file: String(madeAt), kind: 'hourly' as const, madeAt })
const upgrade = (madeAt: number) => ({ ...hourly(madeAt), kind: 'before-upgrade' as const })

/** What is left of copies made twice a day, every hour of late, thinned out after each as the app does. */
function keptAfter(days: number): number[] {
  let kept: ReturnType<typeof hourly>[] = []
  for (let at = now - days * 24 * hour; at <= now; at += now - at > 48 * hour ? 12 * hour : hour) {
    kept.push(hourly(at))
    const outdated = new Set(listOutdated(kept, at))
    kept = kept.filter((one) => !outdated.has(one))
  }
  return kept.map(({ madeAt }) => madeAt)
}

describe('the copies that are kept', () => {
  it('are a day of hours, two weeks of days, eight of weeks and a year of months', () => {
    const kept = keptAfter(500)
    const days = [...new Set(kept.map(localDay))]
    expect(kept.filter((at) => now - at < 24 * hour)).toHaveLength(24)
    expect(days.slice(-14)).toEqual(
      Array.from({ length: 14 }, (_, back) => localDay(now - (13 - back) * 24 * hour)),
    )
    const older = days.slice(0, -14)
    // Sundays of eight weeks less the two that the days cover, and the last days of months before them.
    expect(older).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-11',
      '2026-10-18',
      '2026-10-25',
      '2026-10-31',
      '2026-11-01',
      '2026-11-08',
    ])
  })

  it('never grow beyond fifty-eight, and always hold the newest', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 900 * 24 }), {
      minLength: 1,
      maxLength: 300,
    })
    fc.assert(
      fc.property(moments, (hours) => {
        const all = hours.map((one) => hourly(now - one * hour))
        const outdated = new Set(listOutdated(all, now))
        const kept = all.filter((one) => !outdated.has(one)).map(({ madeAt }) => madeAt)
        expect(new Set(kept).size).toBeLessThanOrEqual(58)
        expect(Math.max(...kept)).toBe(now - Math.min(...hours) * hour)
      }),
    )
  })

  it('outlast a month in which nobody worked', () => {
    const before = [1, 2, 3].map((day) => hourly(now - (40 + day) * 24 * hour))
    expect(listOutdated([...before, hourly(now)], now)).toEqual([])
  })

  it('of an upgrade stay half a year, the newest three longer', () => {
    const days = [10, 170, 181, 400, 401].map((day) => upgrade(now - day * 24 * hour))
    expect(listOutdated(days, now)).toEqual(days.slice(3))
    expect(listOutdated(days.slice(2), now)).toEqual([])
  })

  it('of a person are nobody else’s to remove', () => {
    const asked = { ...hourly(0), kind: 'asked' as const }
    expect(listOutdated([asked, ...[1, 2].map(hourly), hourly(now)], now)).not.toContain(asked)
  })
})

describe('the next copy', () => {
  it('is due an hour after the newest, never in the rush after a start', () => {
    const minutes = (count: number) => count * 60_000
    expect(backupDelay(undefined, now)).toBe(minutes(5))
    expect(backupDelay(now - minutes(20), now)).toBe(minutes(40))
    expect(backupDelay(now - minutes(58), now)).toBe(minutes(5))
    expect(backupDelay(now - 9 * hour, now)).toBe(minutes(5))
    expect(backupDelay(now + 9 * hour, now)).toBe(minutes(5))
    expect(hourlyDelay).toBe(hour)
  })

  it('leaves room for responses', () => {
    expect(hasRoom(100_000_000, 30_000_000)).toBe(true)
    expect(hasRoom(100_000_000, 40_000_000)).toBe(false)
  })
})

describe('the name and the file beside a copy', () => {
  const file = backupName('hourly', now, '0009_people')
  const backup: Backup = {
    file,
    kind: 'hourly',
    madeAt: now,
    appVersion: '0.1.0',
    bytes: 4096,
    sha256: 'a'.repeat(64),
    responses: 0,
    newestResponseAt: null,
    auditSeq: 0,
    auditHash: '',
    schemaAt: 1,
  }

  it('tell the local time, and the schema before an upgrade', () => {
    expect(file).toBe('hai-long-2026-11-25-143005.db')
    expect(backupName('before-upgrade', now, '0009_people')).toBe(
      'hai-long-2026-11-25-143005-before-upgrade-0009_people.db',
    )
  })

  it('are believed only where they are whole and of this file', () => {
    expect(parseManifest(backup, file)).toEqual(backup)
    expect(parseManifest(backup, 'other.db')).toBeUndefined()
    for (const name of Object.keys(backup)) {
      expect(parseManifest({ ...backup, [name]: {} }, file), name).toBeUndefined()
    }
    for (const other of [null, 'x', [], 7]) expect(parseManifest(other, file)).toBeUndefined()
  })
})

describe('whether copies are made', () => {
  const state = (changes: Partial<Parameters<typeof backupState>[0]>) =>
    backupState({ newestAt: now - hour, hasFailed: false, startedAt: 0, now, ...changes })

  it('is said by the newest copy, and by an attempt that failed', () => {
    expect(state({})).toBe('good')
    expect(state({ newestAt: now - 2 * hour })).toBe('good')
    expect(state({ newestAt: now - 2 * hour - 1 })).toBe('late')
    expect(state({ newestAt: undefined })).toBe('none')
    expect(state({ hasFailed: true })).toBe('failed')
  })

  it('is left open until the first copy after a start is due', () => {
    expect(state({ newestAt: undefined, startedAt: now - 60_000 })).toBe('soon')
    expect(state({ newestAt: now - 15 * hour, startedAt: now - 14 * 60_000 })).toBe('soon')
    expect(state({ newestAt: now - 15 * hour, startedAt: now - 16 * 60_000 })).toBe('late')
  })
})
