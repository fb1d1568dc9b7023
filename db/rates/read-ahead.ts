import 'server-only'
import { isOpenAt } from '@/domain/opening'
import { halfMonthsOf, localDay } from '@/domain/period'
import { parsePeriodChoice } from '@/domain/period-choice'
import { plantTree, rootsOf, unitByCode } from '@/domain/unit'
import { databaseFile, figuresAt } from '../client'
import { listSurveys, listVersions } from '../surveys/surveys'
import { listUnits } from '../units/units'
import { contextOf } from './context'
import { listFigures } from './figures'
import { untilNobodyLooks } from './looks'
import { openReading } from './reading'

/**
 * Reads of every survey that is open what was counted at all times, which the small-number rule must know: the first
 * person to look after a start would wait for it. Whoever asks meanwhile comes first. On a server nothing is kept for long.
 * Never throws: what could not be read ahead is read when somebody asks.
 */
export async function readAhead(now: number): Promise<void> {
  if (databaseFile() === undefined) return
  try {
    for (const { code: unit } of rootsOf(plantTree(await listUnits()))) {
      for (const { code } of await listSurveys()) await readGround(unit, code, now)
    }
  } catch {
    // A database that went away is told of where somebody needs it.
  }
}

async function readGround(unitCode: string, survey: string, now: number): Promise<void> {
  const choice = parsePeriodChoice(new URLSearchParams(), localDay(now))
  const halfMonths = choice.ok && halfMonthsOf(choice.value.period)
  if (!choice.ok || !halfMonths) return
  await untilNobodyLooks()
  // Only now: units and versions may have been changed meanwhile.
  const readAt = figuresAt([])
  const tree = plantTree(await listUnits())
  const unit = unitByCode(tree, unitCode)
  const versions = await listVersions(survey)
  const isOpen = versions.some(({ publishedAt, closedAt }) =>
    isOpenAt([{ openedAt: publishedAt, closedAt }], now),
  )
  if (!unit || !isOpen) return
  const filter = { ...choice.value.period, unit: unitCode, survey, locale: 'vi' } as const
  const context = contextOf({ filter, readAt, halfMonths, tree, unit, root: unit.id, versions })
  const reading = await openReading(context)
  const { questions, options } = reading
  const total = () => listFigures(reading, ['total'], now)
  for (const read of [total, questions, () => options('reason'), () => options('fact')]) {
    await untilNobodyLooks()
    await read()
  }
}
