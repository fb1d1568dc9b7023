import { type DossierPart, dossierParts } from '@/domain/dossier/dossier'
import { formatCount } from '@/domain/number-format'
import { formatDay, isDay } from '@/domain/period'
import type { Problem } from '@/domain/problem'
import type { Locale } from '@/domain/survey'
import { labelOf, lookUp, messagesFor, type Translate } from './i18n'
import { fill } from './words'

/** A column of Biểu số 06 with its group: "Đã giải quyết – Quá hạn". */
export function dossierColumn(part: DossierPart, t: Translate): string {
  const [group, column] = [groupOf(part), t(`dossiers.column.${part}`)]
  return `${t(`dossiers.group.${group}`)} – ${column}`
}

export type DossierGroup = 'received' | 'resolved' | 'inProgress'

export const groupOf = (part: DossierPart): DossierGroup =>
  (['received', 'resolved'] as const).find((group) => part.startsWith(group)) ?? 'inProgress'

/** What is wrong, in one sentence: `place` says where (a row of the form or file), the problem's field names the column. */
export function sayDossierProblem(problem: Problem, place: string, t: Translate): string {
  const messages = messagesFor(t.locale)
  const { code, field = '' } = problem
  const pattern =
    lookUp(messages.dossiers.problems, code) ?? lookUp(messages.problems, code) ?? code
  const part = dossierParts.find((one) => one === field)
  const column = part ? dossierColumn(part, t) : labelOf('dossiers.other', field, t)
  const params = Object.entries(problem.params ?? {}).map(([name, value]) => [
    name,
    shown(value, t.locale),
  ])
  const sentence = fill(pattern, { column, ...Object.fromEntries(params) })
  return place === '' ? sentence : `${place}: ${sentence}`
}

function shown(value: string | number, locale: Locale): string {
  if (typeof value === 'number') return formatCount(value, locale)
  return isDay(value) ? formatDay(value) : value
}
