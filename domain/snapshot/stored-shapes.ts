import type { Coverage } from '../figure'
import type { Levels } from '../rate'
import { isCount, isText, listOf, oneOf, orNull, record, type Shape } from './shape'

export const isPeriod = record({ from: isText, to: isText })

export const isNamed = record({ code: isText, name: isText })

export const isLevels: Shape<Levels> = (value) => {
  const levels = listOf(isCount)(value)
  return levels?.length === 5 ? (levels as unknown as Levels) : undefined
}

const isTrue: Shape<true> = (value) => (value === true ? value : undefined)

export const isCoverage: Shape<Coverage> = (value) =>
  record({ status: oneOf('ok', 'over'), n: isCount, dossiers: isCount })(value) ??
  record({ status: oneOf('no-statistics', 'suppressed') })(value)

export const maybe = {
  from: isText,
  to: isText,
  series: isText,
  break: isTrue,
  coverage: isCoverage,
  tied: isTrue,
}

export const isRate = orNull(record({ k: isCount, n: isCount }))
