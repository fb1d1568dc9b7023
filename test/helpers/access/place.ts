import { type UnitCode, unitCodes } from './cast'

/** What stands at a unit, by the names with which addresses and forms call it. */
export type Place = Readonly<{
  unit: string
  desk: string
  deskId: number
  door: string
  doorId: number
  closing: string
  /** Somebody with a role here. */
  person: number
  /** Several of each, so that what one person changes is not what the next one needs. */
  people: readonly number[]
  devices: readonly number[]
  comments: readonly string[]
  /** Comments with masked words, and the number of that mask. */
  redacted: readonly Readonly<{ key: string; id: number }>[]
  /** Responses that no proposal names. */
  responses: readonly number[]
  proposals: readonly number[]
  confirmed: readonly number[]
  dossiers: readonly number[]
  /** Units below without anything. */
  leaves: readonly string[]
}>

export type Office = Readonly<Record<UnitCode, Place>>

/** Codes may stand in what is asked, so that an answer repeats them; nobody finds one who did not ask for it. */
export const codeOf = (unit: UnitCode): string => `zk${unit}`
/** Stands in every name, label, address and text of a unit, and in nothing that is asked. */
export const markOf = (unit: UnitCode): string => `zq${unit}`

/** How many people a tally sheet of the unit counts: no figure of another unit, and no sum of others, is the same. */
export const sheetSizes: Readonly<Record<UnitCode, number>> = {
  top: 410_123,
  own: 420_457,
  child: 430_871,
  sibling: 440_239,
  apart: 450_613,
}

/** How many dossiers a unit has resolved. */
export const dossierSizes: Readonly<Record<UnitCode, number>> = {
  top: 510_127,
  own: 520_451,
  child: 530_879,
  sibling: 540_233,
  apart: 550_619,
}

/** The month of what is counted and said, and the day of the responses that no proposal names. */
export const september = { from: '2025-09-01', to: '2025-09-30' }
export const lookDay = '2025-08-20'

/** Names that nothing has. */
export const nowhere: Place = {
  unit: 'zknowhere',
  desk: 'q1',
  deskId: 987_654,
  door: 'zknowhere.qr',
  doorId: 987_654,
  closing: 'CHOT-zknowhere-2025-001',
  person: 987_654,
  people: Array.from({ length: 12 }, () => 987_654),
  devices: Array.from({ length: 12 }, () => 987_654),
  comments: Array.from({ length: 12 }, () => '0123456789abcdef'),
  redacted: Array.from({ length: 4 }, () => ({ key: '0123456789abcdef', id: 987_654 })),
  responses: Array.from({ length: 12 }, () => 987_654),
  proposals: Array.from({ length: 12 }, () => 987_654),
  confirmed: Array.from({ length: 12 }, () => 987_654),
  dossiers: Array.from({ length: 12 }, () => 987_654),
  leaves: Array.from({ length: 12 }, () => 'zknowhere'),
}

/** What of units outside of the reach stands in a text; codes count only where nobody asked for them. */
export function findForeign(text: string, reach: ReadonlySet<UnitCode>, asked: string): string[] {
  const foreign = unitCodes.filter((unit) => !reach.has(unit))
  const words = foreign.flatMap((unit) => [
    markOf(unit),
    ...(asked.includes(codeOf(unit)) ? [] : [codeOf(unit)]),
  ])
  const found = words.filter((word) => text.includes(word))
  const numbers = foreign.flatMap((unit) => [sheetSizes[unit], dossierSizes[unit]])
  return [...found, ...numbers.filter((number) => hasNumber(text, number)).map(String)]
}

/** As a number by itself, with or without a separator: not in the middle of an instant or a checksum. */
function hasNumber(text: string, number: number): boolean {
  const [thousands, rest] = [Math.floor(number / 1000), String(number % 1000).padStart(3, '0')]
  return new RegExp(`(?<![\\w.,])${thousands}[.,\\u00a0]?${rest}(?!\\w)`).test(text)
}
