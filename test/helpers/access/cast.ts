import type { Capability, Role } from '@/domain/access'

/**
 * What each role may do, written down a second time on purpose: whoever gives a role more in domain/access.ts says so
 * here as well.
 */
const mayDo: Readonly<Record<Capability, readonly Role[]>> = {
  figures: ['admin', 'leader', 'reporter', 'viewer'],
  comments: ['admin', 'leader', 'reporter'],
  originals: ['admin', 'leader'],
  exports: ['admin', 'reporter'],
  dossiers: ['admin', 'reporter', 'clerk'],
  paper: ['admin', 'clerk'],
  invalidation: ['admin', 'leader'],
  closing: ['admin', 'leader', 'reporter'],
  administration: ['admin'],
  // No role brings it: lines that need it say `everything`.
  installation: [],
}

/** A province with a commune, its branch and the commune beside it; and a unit that stands apart from all of them. */
export const unitCodes = ['top', 'own', 'child', 'sibling', 'apart'] as const
export type UnitCode = (typeof unitCodes)[number]

export const parents: Readonly<Record<UnitCode, UnitCode | null>> = {
  top: null,
  own: 'top',
  child: 'own',
  sibling: 'top',
  apart: null,
}

/** A role at a unit reaches so far; an administrator at the top reaches everything. */
const under: Readonly<Record<UnitCode, readonly UnitCode[]>> = {
  top: ['top', 'own', 'child', 'sibling'],
  own: ['own', 'child'],
  child: ['child'],
  sibling: ['sibling'],
  apart: ['apart'],
}

type Grants = readonly (readonly [Role, UnitCode])[]

/** Whoever asks. The two without grants who are let in by nobody: their cookie is missing, or worth nothing any more. */
export const cast = {
  'admin at the top': { grants: [['admin', 'top']], door: 'open' },
  admin: { grants: [['admin', 'own']], door: 'open' },
  leader: { grants: [['leader', 'own']], door: 'open' },
  reporter: { grants: [['reporter', 'own']], door: 'open' },
  clerk: { grants: [['clerk', 'own']], door: 'open' },
  viewer: { grants: [['viewer', 'own']], door: 'open' },
  // What they may do at one unit must not open the other.
  'viewer here, admin beside': {
    grants: [
      ['viewer', 'own'],
      ['admin', 'sibling'],
    ],
    door: 'open',
  },
  'without any grant': { grants: [], door: 'open' },
  'signed out': { grants: [], door: 'shut' },
  'whose session has ended': { grants: [['admin', 'top']], door: 'shut' },
  'who was disabled': { grants: [['admin', 'top']], door: 'shut' },
  'with a forged cookie': { grants: [], door: 'shut' },
} as const satisfies Record<string, { grants: Grants; door: 'open' | 'shut' }>

export type PersonName = keyof typeof cast
export const people = Object.keys(cast) as PersonName[]

export const emailOf = (name: PersonName): string => `p${people.indexOf(name)}@quyen.example`

/** Everybody's. */
export const password = 'mot-cau-kha-dai-de-thu-2026'

/** Whose session counts. */
export const isLetIn = (name: PersonName): boolean => cast[name].door === 'open'

/** Where the person may do this. */
export function reachOf(name: PersonName, capability: Capability): ReadonlySet<UnitCode> {
  if (!isLetIn(name)) return new Set()
  const grants: Grants = cast[name].grants
  const held = grants.filter(([role]) => mayDo[capability].includes(role))
  return new Set(
    held.flatMap(([role, unit]) => (role === 'admin' && !parents[unit] ? unitCodes : under[unit])),
  )
}

/** Where the person may do anything at all. */
export const everyReach = (name: PersonName): ReadonlySet<UnitCode> =>
  new Set((Object.keys(mayDo) as Capability[]).flatMap((one) => [...reachOf(name, one)]))

/** The unit at which the person does what is asked; where they may not do it, the one at which they hold their role. */
export const homeOf = (name: PersonName, capability: Capability | null): UnitCode => {
  const reach = capability ? reachOf(name, capability) : everyReach(name)
  return (['top', 'own', 'sibling'] as const).find((unit) => reach.has(unit)) ?? 'own'
}
