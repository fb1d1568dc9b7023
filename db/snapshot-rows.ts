import 'server-only'
import { channels, modes, touchpoints } from '@/domain/door'
import type { By, FigureRow } from '@/domain/figure'
import { addGroups, type Group, groupOfCell, noGroup, restOf } from '@/domain/group'
import { contains } from '@/domain/period'
import { isMember, overallSeries, type Series, seriesOf } from '@/domain/series'
import type { Basis } from '@/domain/snapshot'
import type { FactorId, Question, SurveyDefinition } from '@/domain/survey'
import { halfMonthsWithin } from './snapshot-basis'
import { cellKey } from './snapshot-cells'
import { groupIn, type Ingredients, type Parts, sheetsIn, totalIn } from './snapshot-parts'

type Place = 'desk' | 'field' | 'touchpoint' | 'channel' | 'mode'

/** The unit's people as the snapshot's rows part them, each made again from single responses. */
export type RowMaker = Readonly<{
  total: () => Group
  /** Null for a key that no group has. */
  row: (by: Exclude<By, 'total'>, row: FigureRow) => Group | null
  mix: (slice: 'channel' | 'mode', key: string) => Group
}>

/** How every row of a snapshot was put together: this is written apart from `rates-*.ts`, which it checks. */
export function makeRows(ingredients: Ingredients, parts: Parts): RowMaker {
  const pooled = memberVersions(parts.series)
  const all = ingredients.units.map(({ id }) => id)
  const everybody = (units: readonly number[]) => {
    const here = new Set(units)
    const onSheets = sheetsIn(parts, parts.series, ({ unitId }) => here.has(unitId))
    return addGroups(totalIn(parts.byUnit, units, parts.series), onSheets)
  }
  const placed = (slice: Place, item: string) => {
    const counted = groupIn(parts, pooled, slice, item)
    if (slice !== 'channel') return counted
    return addGroups(
      counted,
      sheetsIn(parts, parts.series, (sheet) => sheet.channel === item),
    )
  }
  const itemsOf = { field: ingredients.fields.map(({ id }) => String(id)), touchpoint: touchpoints }
  const known = { ...itemsOf, channel: channels, mode: modes }
  const place = (slice: Exclude<Place, 'desk'>, item: string): Group => {
    if (item !== 'unknown') return placed(slice, item)
    return restOf(
      everybody(all),
      known[slice].map((one) => placed(slice, one)),
    )
  }
  const desk = (key: string): Group | null => {
    const at = findDesk(ingredients, key)
    if (!at) return null
    if (at.desk !== null) return placed('desk', String(at.desk))
    const own = ingredients.desks.filter(({ unitId }) => unitId === at.unit)
    return restOf(
      everybody([at.unit]),
      own.map(({ id }) => placed('desk', String(id))),
    )
  }
  return {
    total: () => everybody(all),
    mix: place,
    row: (by, row) => {
      if (by === 'unit') {
        const units = unitsOf(ingredients.units, row.key)
        return units && everybody(units)
      }
      if (by === 'desk') return desk(row.key)
      if (by === 'field') return place(by, fieldItem(ingredients, row.key))
      if (by === 'touchpoint' || by === 'channel') return place(by, row.key)
      if (by === 'month') return month(ingredients, parts, row)
      if (by === 'question') return question(ingredients, parts, row.key)
      if (by === 'factor') return factor(ingredients, parts, row.key)
      return option(ingredients, parts, by, row.key)
    },
  }
}

const memberVersions = ({ members }: Series) => [
  ...new Set(members.map(({ versionId }) => versionId)),
]

/** A direct child with everything under it; the unit's own key is what came in under its own name. */
function unitsOf(units: Basis['units'], key: string): number[] | null {
  const [top] = units
  const start = units.find(({ code }) => code === key)
  if (!top || !start) return null
  if (start.id === top.id) return [start.id]
  const found = [start.id]
  for (const id of found) {
    const under = units.filter((unit) => unit.parentId === id && !found.includes(unit.id))
    found.push(...under.map((unit) => unit.id))
  }
  return found
}

/** `desk: null` for the people of a unit without a desk. */
function findDesk({ units, desks }: Ingredients, key: string) {
  const [top] = units
  const find = (unit: number | undefined, code: string) => {
    const desk = desks.find((one) => one.unitId === unit && one.code === code)
    if (unit === undefined) return null
    return desk ? { unit, desk: desk.id } : code === 'unknown' ? { unit, desk: null } : null
  }
  const slash = key.indexOf('/')
  const unit = units.find(({ code }) => code === key.slice(0, slash))
  return find(top?.id, key) ?? find(unit?.id, key.slice(slash + 1))
}

const fieldItem = ({ fields }: Ingredients, key: string): string =>
  String(fields.find(({ code }) => code === key)?.id ?? key)

function month({ versions }: Ingredients, parts: Parts, row: FigureRow): Group | null {
  const { key, from, to } = row
  const named = overallSeries(versions).find((one) => one.key === key.slice('2026-01/'.length))
  const series = key.length === '2026-01'.length ? parts.series : named
  if (!from || !to || !series) return null
  const counted = totalIn(parts.byHalf, halfMonthsWithin({ from, to }), series)
  return addGroups(
    counted,
    sheetsIn(parts, series, ({ period }) => contains({ from, to }, period)),
  )
}

function question({ versions }: Ingredients, parts: Parts, key: string): Group | null {
  const asked = parts.newest.definition.questions.find(({ id }) => id === key)
  if (!asked) return null
  const series = seriesOf(versions, asked)
  return series.members.reduce(
    (sum, one) => addGroups(sum, groupIn(parts, [one.versionId], 'question', one.questionId)),
    sheetsIn(parts, series),
  )
}

/** Answers to all its questions, in the versions where they are the same; people stand in a slice of their own. */
function factor({ versions }: Ingredients, parts: Parts, key: string): Group | null {
  const found = parts.newest.definition.factors.find(({ id }) => id === key)
  if (!found) return null
  const asked = questionsOf(parts.newest.definition, found.id)
  const same = versions.filter(
    ({ definition }) => seriesKeys(questionsOf(definition, found.id)) === seriesKeys(asked),
  )
  let answers = noGroup
  let people = 0
  for (const { rowId, definition } of same) {
    for (const { id } of questionsOf(definition, found.id)) {
      answers = addGroups(answers, groupIn(parts, [rowId], 'question', id))
    }
    people += parts.whole.get(rowId)?.get(cellKey('factor', key, 'people', 0)) ?? 0
  }
  return { ...answers, people }
}

const questionsOf = ({ questions }: SurveyDefinition, factor: FactorId): Question[] =>
  questions.filter((one) => one.type === 'scale5' && one.factor === factor)

const seriesKeys = (questions: readonly Question[]) =>
  JSON.stringify(questions.map(({ seriesKey }) => seriesKey).sort())

/** Who chose it, by the overall level; in the versions whose overall question is the same, too. */
function option(
  { versions }: Ingredients,
  { newest, series, whole }: Parts,
  role: 'reason' | 'fact',
  key: string,
): Group | null {
  for (const asked of newest.definition.questions) {
    if (asked.role !== role || (asked.type !== 'single' && asked.type !== 'multi')) continue
    const choice = asked.options.find(
      ({ id }) => key === (role === 'reason' ? id : `${asked.id}:${id}`),
    )
    if (!choice) continue
    const members = seriesOf(versions, asked).members
    return members
      .filter(({ versionId }) => isMember(series, versionId))
      .flatMap(({ versionId, questionId }) =>
        ['1', '2', '3', '4', '5'].map((level) => {
          const at = cellKey('question', questionId, choice.id, Number(level))
          return groupOfCell(level, whole.get(versionId)?.get(at) ?? 0)
        }),
      )
      .reduce(addGroups, noGroup)
  }
  return null
}
