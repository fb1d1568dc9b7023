import { type Day, isDay } from './period'
import { ok, type Problem, type Result } from './problem'
import { tidy } from './tidy-text'
import { type UnitLevel, unitLevels } from './unit'

export const longestUnitName = 120

/** What a unit is called and when it existed, as typed into a form. */
export type UnitFactsInput = Readonly<{
  name: string
  level: string
  validFrom: string
  validTo: string
}>

export type UnitFacts = Readonly<{
  name: string
  level: UnitLevel
  validFrom: Day | null
  validTo: Day | null
}>

export type UnitFactsProblem =
  | 'blank-name'
  | 'too-long'
  | 'unknown-level'
  | 'day-wrong'
  | 'ends-before-start'

/** Reads a unit's name, level and days; a day left blank is unknown or still to come. */
export function parseUnitFacts(input: UnitFactsInput): Result<UnitFacts, UnitFactsProblem> {
  const name = tidy(input.name)
  const level = unitLevels.find((one) => one === input.level)
  const [validFrom, validTo] = [dayOf(input.validFrom), dayOf(input.validTo)]
  const problems: Problem<UnitFactsProblem>[] = []
  if (name === '') problems.push({ code: 'blank-name', field: 'name' })
  if (name.length > longestUnitName) {
    problems.push({ code: 'too-long', field: 'name', params: { max: longestUnitName } })
  }
  if (!level) problems.push({ code: 'unknown-level', field: 'level' })
  if (validFrom === undefined) problems.push({ code: 'day-wrong', field: 'validFrom' })
  if (validTo === undefined) problems.push({ code: 'day-wrong', field: 'validTo' })
  if (validFrom && validTo && validTo < validFrom) {
    problems.push({ code: 'ends-before-start', field: 'validTo' })
  }
  if (!level || validFrom === undefined || validTo === undefined || problems.length > 0) {
    return { ok: false, problems }
  }
  return ok({ name, level, validFrom, validTo })
}

const dayOf = (text: string): Day | null | undefined => {
  const day = text.trim()
  if (day === '') return null
  return isDay(day) ? day : undefined
}
