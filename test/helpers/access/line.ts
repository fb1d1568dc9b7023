import type { Capability } from '@/domain/access'
import type { Ask } from './ask'
import {
  everyReach,
  isLetIn,
  type PersonName,
  parents,
  reachOf,
  type UnitCode,
  unitCodes,
} from './cast'
import type { Place } from './place'

/** `anybody` who is signed in; `everything`: only who administers every unit. */
export type Need = Capability | 'anybody' | 'everything'

/**
 * One thing that can be asked of a route. Where it names a unit (by code, by number, by filter or by field of a form),
 * `ask` is given that unit, and besides the one at which the person may do this; `nth` tells the persons apart.
 */
export type Line = Readonly<{
  needs: Need
  names: 'unit' | 'nothing'
  ask: (named: Place, home: Place, nth: number) => Ask
  kind: 'page' | 'file' | 'form' | 'api'
  /** Only who may do it at the unit above, too: a unit does not judge itself. */
  above?: true
  /** Where whoever may do it does it: nowhere, as only the refusal is looked at, or only at the unit of their role. */
  once?: 'never' | 'at home'
  /** Nothing need change where it is done. */
  quiet?: true
  /** What is foreign or unknown leaves the page empty instead of being refused. */
  foreign?: 'empty'
  /** Who may do it nowhere is led on, or told so, instead of being refused. */
  without?: 'welcome'
}>

/** Something for people who have not signed in; `shows` whose door it is. */
export type OpenLine = Readonly<{ ask: Ask; shows: UnitCode | null }>

type Named = (named: Place, home: Place, nth: number) => string
type NamedForm = (
  named: Place,
  home: Place,
  nth: number,
) => readonly [path: string, form: NonNullable<Ask['form']>, file?: Ask['file']]
type More = Pick<Line, 'above' | 'once' | 'quiet' | 'foreign' | 'without'>

const get =
  (kind: Line['kind']) =>
  (needs: Need, path: string | Named, more: More = {}): Line => ({
    ...{ needs, kind, names: typeof path === 'string' ? 'nothing' : 'unit', ...more },
    ask: (...args) => ({ path: typeof path === 'string' ? path : path(...args) }),
  })

/** A page or a file to get: an address that names no unit, or one made of the unit that it names. */
export const page = get('page')
export const file = get('file')
export const api = get('api')

/** A form to post that names a unit. */
export const form = (needs: Need, make: NamedForm, more: More = {}): Line => ({
  ...{ needs, kind: 'form', names: 'unit', ...more },
  ask: (...args) => toAsk(make(...args)),
})

/** A form to post that names none. */
export const formOfNone = (
  needs: Need,
  make: (nth: number) => ReturnType<NamedForm>,
  more: More = {},
): Line => ({
  ...{ needs, kind: 'form', names: 'nothing', ...more },
  ask: (_named, _home, nth) => toAsk(make(nth)),
})

/** What anybody may ask: a page, or a form. */
export const open = (
  path: string,
  shows: UnitCode | null = null,
  fields?: NonNullable<Ask['form']>,
): OpenLine => ({ ask: { path, ...(fields ? { form: fields } : {}) }, shows })

const toAsk = ([path, fields, sent]: ReturnType<NamedForm>): Ask => ({
  ...{ path, form: fields, ...(sent ? { file: sent } : {}) },
})

/** Whose the units are that an answer may speak of. */
export function reachFor(person: PersonName, needs: Need): ReadonlySet<UnitCode> {
  if (!isLetIn(person)) return new Set()
  if (needs === 'anybody') return everyReach(person)
  if (needs !== 'everything') return reachOf(person, needs)
  const reach = reachOf(person, 'administration')
  return reach.size === unitCodes.length ? reach : new Set()
}

/** Whether the table lets the person do this at the unit. */
export function mayAsk(person: PersonName, { needs, names, above }: Line, unit: UnitCode): boolean {
  const reach = reachFor(person, needs)
  if (names === 'nothing') return needs === 'anybody' ? isLetIn(person) : reach.size > 0
  const parent = parents[unit]
  if (!above) return reach.has(unit)
  return parent === null ? reach.size === unitCodes.length : reach.has(unit) && reach.has(parent)
}
