import { addLevels, countOf, type Levels, noLevels } from './rate'

/** The answers of some people to one question (or, for a factor, to its questions together). */
export type Group = Readonly<{
  levels: Levels
  missing: number
  notApplicable: number
  /** Who counts for the small-number rule. Differs from the number of answers for factors only. */
  people: number
}>

export const noGroup: Group = { levels: noLevels, missing: 0, notApplicable: 0, people: 0 }

/** The counts of an office's sheet, or any five counts. */
export const groupOf = (levels: Levels): Group => ({ ...noGroup, levels, people: countOf(levels) })

/** `n` people in one cell of the tallies: a level '1'..'5', 'na' or 'missing'. */
export function groupOfCell(cell: string, n: number): Group {
  if (cell === 'missing') return { ...noGroup, missing: n }
  if (cell === 'na') return { ...noGroup, notApplicable: n }
  const at = (level: string) => (cell === level ? n : 0)
  return groupOf([at('1'), at('2'), at('3'), at('4'), at('5')])
}

export const addGroups = (a: Group, b: Group): Group => ({
  levels: addLevels(a.levels, b.levels),
  missing: a.missing + b.missing,
  notApplicable: a.notApplicable + b.notApplicable,
  people: a.people + b.people,
})

/** What is in no part: the whole less all parts. */
export function restOf(whole: Group, parts: readonly Group[]): Group {
  return parts.reduce((rest, part) => addGroups(rest, negative(part)), whole)
}

/** Valid responses: everybody counted, whether or not they answered this question. */
export const responsesOf = ({ levels, missing, notApplicable }: Group): number =>
  countOf(levels) + missing + notApplicable

function negative({ levels, missing, notApplicable, people }: Group): Group {
  const [n1, n2, n3, n4, n5] = levels
  return {
    levels: [-n1, -n2, -n3, -n4, -n5],
    missing: -missing,
    notApplicable: -notApplicable,
    people: -people,
  }
}
