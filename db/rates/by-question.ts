import 'server-only'
import type { FigureRow, LeftOut } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { Grid } from '@/domain/grid'
import { groupOf } from '@/domain/group'
import type { Hiding } from '@/domain/hiding/hiding'
import { say } from '@/lib/words'
import type { SummedCell } from '../tallies/cells'
import type { RatesContext } from './context'
import { askedIn, type Members, memberKey, membersOf } from './question-members'
import type { RatesSource } from './source'

/** Every five-level question of the newest version, pooled over the versions that kept its series. */
export function rowsByQuestion(
  context: RatesContext,
  source: RatesSource,
  cells: readonly SummedCell[],
  hiding: Hiding,
): { rows: FigureRow[]; leftOut: LeftOut[] } {
  const { unit, under, versions, filter } = context
  const asked = askedIn(source.newest.definition, versions)
  const members = membersOf(asked)
  const grid = fillGrid(source, members, cells)
  const rows = asked.map(({ question }) => {
    const isHidden = !hiding.isShown(unit.id, question.id)
    const head = { key: question.id, label: say(question.text, filter.locale) }
    return toRow(head, grid.sum(under, question.id), { isHidden })
  })
  return { rows, leftOut: otherSeries(context, source, members, cells) }
}

function fillGrid(source: RatesSource, members: Members, cells: readonly SummedCell[]): Grid {
  const grid = new Grid()
  for (const { item, unitId, versionId, cell, n } of cells) {
    const question = members.get(memberKey(versionId, item))
    if (question) grid.addCell(unitId, question.id, cell, n)
  }
  for (const { unitId, versionId, questionId, levels } of source.sheets) {
    const question = members.get(memberKey(versionId, questionId))
    if (question) grid.add(unitId, question.id, groupOf(levels))
  }
  return grid
}

function otherSeries(
  { versions }: RatesContext,
  source: RatesSource,
  members: Members,
  cells: readonly SummedCell[],
): LeftOut[] {
  const present = new Set([
    ...cells.map((one) => memberKey(one.versionId, one.item)),
    ...source.sheets.map((one) => memberKey(one.versionId, one.questionId)),
  ])
  return versions.flatMap(({ id: version, rowId, definition }) =>
    definition.questions.flatMap(({ id: question, type }): LeftOut[] => {
      const key = memberKey(rowId, question)
      if (type !== 'scale5' || !present.has(key) || members.has(key)) return []
      return [{ kind: 'version', reason: 'other-series', version, question }]
    }),
  )
}
