import { formatDay, formatDayTime, isDay } from '@/domain/period'
import { labelOf, lookUp, messagesFor, type Translate } from '@/lib/i18n'

type Value = string | number | boolean | null

/** Where the words of a value stand in messages/, for what the log keeps as codes of ours. */
const wordsOfValues: Readonly<Record<string, (code: string) => string>> = {
  role: (code) => `people.role.${code}`,
  roles: (code) => `people.role.${code}`,
  level: (code) => `offices.level.${code}`,
  channel: (code) => `figures.channel.${code}`,
  state: (code) => `comments.state.${code}`,
  step: (code) => `setup.guide.steps.${code}`,
  noted: (code) => `setup.guide.state.${code}`,
  sign: (code) => `signs.kind.${code}.title`,
  fault: (code) => `health.fault.${code}`,
  kind: (code) => `health.copies.kind.${code}`,
}

/** A detail of an event as label and value in words; what has no words keeps its name and code. */
export function sayDetail(name: string, value: Value, t: Translate): readonly [string, string] {
  return [labelOf('audit.details', name, t), sayValue(name, value, t)]
}

function sayValue(name: string, value: Value, t: Translate): string {
  if (value === null || value === '') return '–'
  if (name === 'madeAt' && typeof value === 'number') return formatDayTime(value)
  const text = String(value)
  if (name === 'filter') return sayFilter(text, t)
  const keyOf = wordsOfValues[name]
  if (!keyOf) return isDay(text) ? formatDay(text) : text
  const words = text.split(' ').map((code) => lookUp(messagesFor(t.locale), keyOf(code)))
  return words.every((word) => word !== undefined) ? words.join(', ') : text
}

/** What an export was asked for, kept as the query of its address. */
function sayFilter(query: string, t: Translate): string {
  const {
    unit = '',
    survey = '',
    from = '',
    to = '',
    closing,
  } = Object.fromEntries(new URLSearchParams(query))
  if (!unit || !survey || !isDay(from) || !isDay(to)) return query
  const words = { unit, survey, from: formatDay(from), to: formatDay(to) }
  const asked = t('audit.asked', words)
  return closing ? `${closing}: ${asked}` : asked
}
