import { plantTree, subtreeOf, type Unit, type UnitTree } from './unit'

export const roles = ['admin', 'leader', 'reporter', 'clerk', 'viewer'] as const
export type Role = (typeof roles)[number]

export type Capability =
  | 'figures'
  | 'comments'
  /** To read what others have masked in a comment, and to lift it: the head of the unit. */
  | 'originals'
  | 'exports'
  | 'dossiers'
  | 'paper'
  | 'invalidation'
  | 'closing'
  | 'administration'
  /** What holds for every unit: whoever administers all there are. It comes with no role. */
  | 'installation'

const capabilities: Record<Role, readonly Capability[]> = {
  admin: [
    'figures',
    'comments',
    'originals',
    'exports',
    'dossiers',
    'paper',
    'invalidation',
    'closing',
    'administration',
  ],
  leader: ['figures', 'comments', 'originals', 'invalidation', 'closing'],
  reporter: ['figures', 'comments', 'exports', 'dossiers', 'closing'],
  clerk: ['dossiers', 'paper'],
  viewer: ['figures'],
}

/** A role holds at a unit and everything under it. */
export type Grant = Readonly<{ unitId: number; role: Role }>

export type Person = Readonly<{ userId: number; email: string; name: string }>

declare const own: unique symbol
declare const minted: unique symbol

/**
 * Who is signed in, as far as their own account goes: it opens no figures and nobody else. Made by the sign-in's session
 * as well for whoever owes a second factor and so has no Scope yet.
 */
export type Account = Person & Readonly<{ hasSecondFactor: boolean; [own]: true }>

/**
 * Who asks and what they may see. Every staff read takes one first, and only the sign-in's session
 * makes one: a page that forgot to ask for it does not compile.
 */
export type Scope = Account & Readonly<{ units: Reach; [minted]: true }>

/** Only the session module (and tests) may call this and the next. */
export function ownAccount(person: Person, hasSecondFactor: boolean): Account {
  const { userId, email, name } = person
  // These two are the only places where the brands are put on.
  return { userId, email, name, hasSecondFactor } as unknown as Account
}

export function computeScope(
  person: Person,
  grants: readonly Grant[],
  units: readonly Unit[],
  hasSecondFactor = false,
): Scope {
  const reach = reachOf(grants, plantTree(units))
  return { ...ownAccount(person, hasSecondFactor), units: reach } as unknown as Scope
}

/** Whether the person has to set up a second factor before anything opens. */
export const owesSecondFactor = (
  account: Account,
  grants: readonly Grant[],
  demandedOf: readonly Role[],
): boolean => !account.hasSecondFactor && grants.some(({ role }) => demandedOf.includes(role))

/** Where somebody may do what, by their grants. */
export type Reach = ReadonlyMap<Capability, ReadonlySet<number>>

/** What the grants amount to in this tree. It opens nothing: a read takes a Scope. */
export function reachOf(grants: readonly Grant[], tree: UnitTree): Reach {
  const reach = new Map<Capability, Set<number>>()
  for (const { unitId, role } of grants) {
    const under = runsTheInstallation(tree, { unitId, role })
      ? [...tree.byId.keys()]
      : subtreeOf(tree, unitId)
    for (const capability of capabilities[role]) {
      const known = reach.get(capability) ?? new Set<number>()
      for (const id of under) known.add(id)
      reach.set(capability, known)
    }
  }
  const administered = reach.get('administration')
  if (administered?.size === tree.byId.size) reach.set('installation', administered)
  return reach
}

/**
 * An administrator at a unit without a parent runs the whole installation: units that an import
 * brings in beside it, without a parent, would otherwise be out of everybody's reach.
 */
const runsTheInstallation = (tree: UnitTree, { unitId, role }: Grant): boolean =>
  role === 'admin' && tree.byId.get(unitId)?.parentId === null

/** The units in which the person may do this; empty where they may not. */
export const unitsFor = (scope: Scope, capability: Capability): ReadonlySet<number> =>
  scope.units.get(capability) ?? new Set()

/** Whether the person administers every unit there is: what holds for all of them is theirs to set. */
export const administersEverything = (scope: Scope): boolean =>
  unitsFor(scope, 'installation').size > 0
