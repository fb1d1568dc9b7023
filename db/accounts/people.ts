import 'server-only'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { administersEverything, type Role, roles, type Scope, unitsFor } from '@/domain/access'
import { compareNames } from '@/domain/name-order'
import { type PersonState, personState } from '@/domain/person'
import { database } from '../client'
import { grants, users } from '../schema/people'
import { secondFactors } from '../schema/sign-in'
import { units } from '../schema/units'

type HeldRole = Readonly<{ role: Role; unitId: number; unitCode: string; unit: string }>

/** A person as an administrator sees them: with the roles that are in the administrator's units, and no others. */
export type ListedPerson = Readonly<{
  id: number
  email: string
  name: string
  state: PersonState
  hasSecondFactor: boolean
  signedInAt: number | null
  roles: readonly HeldRole[]
  /** Whether all the person's roles are in reach: only then may the person as a whole be disabled or reset. */
  isWhole: boolean
  isSelf: boolean
}>

/** The people with a role in the units that the person administers, by name. */
export const listPeople = (scope: Scope): Promise<ListedPerson[]> => read(scope)

/** One of them, or null for an unknown one and for one of other units. */
export async function getPerson(scope: Scope, id: number): Promise<ListedPerson | null> {
  // Out of an address; anything but a whole number would be refused by the driver.
  return Number.isSafeInteger(id) ? ((await read(scope, id))[0] ?? null) : null
}

async function read(scope: Scope, id?: number): Promise<ListedPerson[]> {
  const reach = unitsFor(scope, 'administration')
  if (reach.size === 0) return []
  // Who lost the last role would be out of everybody's sight otherwise.
  const seesRoleless = administersEverything(scope)
  const rows = await database()
    .select({
      user: users,
      role: grants.role,
      unit: units,
      factorSince: secondFactors.confirmedAt,
    })
    .from(users)
    .leftJoin(grants, eq(grants.userId, users.id))
    .leftJoin(units, eq(units.id, grants.unitId))
    .leftJoin(
      secondFactors,
      and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt)),
    )
    .where(id === undefined ? undefined : inArray(users.id, [id]))
    .orderBy(users.name, users.id, units.name)
  const ids = [...new Set(rows.map(({ user }) => user.id))]
  return ids.flatMap((userId) => {
    const own = rows.filter(({ user }) => user.id === userId)
    const held = own.flatMap(({ role, unit }) =>
      role && unit ? [{ role, unitId: unit.id, unitCode: unit.code, unit: unit.name }] : [],
    )
    const inReach = held.filter(({ unitId }) => reach.has(unitId)).toSorted(byUnitAndRole)
    const [first] = own
    const isSeen = inReach.length > 0 || (held.length === 0 && seesRoleless)
    if (!first || !isSeen) return []
    const rest = {
      hasSecondFactor: first.factorSince !== null,
      roles: inReach,
      isWhole: inReach.length === held.length,
      isSelf: userId === scope.userId,
    }
    return [{ ...toPerson(first.user), ...rest }]
  })
}

function toPerson({
  id,
  email,
  name,
  passwordHash,
  disabledAt,
  signedInAt,
}: typeof users.$inferSelect) {
  const state = personState({ hasPassword: passwordHash !== '', disabledAt })
  return { id, email, name, state, signedInAt }
}

const byUnitAndRole = (a: HeldRole, b: HeldRole) =>
  compareNames(a.unit, b.unit) || roles.indexOf(a.role) - roles.indexOf(b.role)
