import 'server-only'
import { smallGroup } from '@/domain/rate'
import type { NamedPlace } from '@/domain/response-row'
import type { RatesContext } from '../rates/context'
import { sumCells } from '../tallies/cells'
import { listDesks } from '../units/desks'
import { listFields } from '../units/fields'

type Places = Readonly<Record<'desks' | 'fields', ReadonlyMap<number, NamedPlace>>>

/** What desks and fields are called. */
export async function readPlaces({ under }: RatesContext): Promise<Places> {
  const desks = await listDesks(under)
  const fields = await listFields()
  return {
    desks: new Map(desks.map(({ id, code, label }) => [id, { code, name: label }])),
    fields: new Map(fields.map(({ id, code, name }) => [id, { code, name }])),
  }
}

/** `desk month` of those with five responses and more, from the tallies. */
export async function desksWithEnough(context: RatesContext): Promise<ReadonlySet<string>> {
  const counts = new Map<string, number>()
  const cells = await sumCells({
    versionIds: context.versions.map(({ rowId }) => rowId),
    slices: ['desk'],
    unitIds: context.under,
    halfMonths: context.halfMonths,
    byMonth: true,
  })
  for (const { item, month, n } of cells) {
    const key = `${item} ${month}`
    counts.set(key, (counts.get(key) ?? 0) + n)
  }
  return new Set([...counts].flatMap(([key, n]) => (n >= smallGroup ? [key] : [])))
}
