import 'server-only'
import { administersEverything, type Role, roles, type Scope } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { putSetting, readSetting } from '../settings'

const setting = 'second-factor-roles'

/** The roles whose holders must have a second factor. For the sign-in; pages ask `listDemandedRoles`. */
export async function readDemandedRoles(): Promise<Role[]> {
  const named = (await readSetting(setting))?.split(' ') ?? []
  return roles.filter((role) => named.includes(role))
}

export type DemandedRole = Readonly<{
  role: Role
  isDemanded: boolean
  /** So many enabled people hold it, and so many of them have no second factor. */
  held: number
  without: number
}>

/** Each role, for whoever administers the whole installation; null for everybody else. */
export async function listDemandedRoles(scope: Scope): Promise<DemandedRole[] | null> {
  if (!administersEverything(scope)) return null
  const demanded = await readDemandedRoles()
  const { rows } = await database().$client.execute(
    `select g.role, count(distinct u.id), count(distinct case when f.user_id is null then u.id end)
      from grants g join users u on u.id = g.user_id and u.disabled_at is null
      left join second_factors f on f.user_id = u.id and f.confirmed_at is not null
      group by g.role`,
  )
  return roles.map((role) => {
    const row = rows.find((one) => one[0] === role)
    const isDemanded = demanded.includes(role)
    return { role, isDemanded, held: Number(row?.[1] ?? 0), without: Number(row?.[2] ?? 0) }
  })
}

/** Sets which roles must have one; holds from everybody's next request on. */
export async function demandSecondFactor(
  scope: Scope,
  named: readonly string[],
  now: number,
): Promise<Result<null, 'not-found'>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  const chosen = roles.filter((role) => named.includes(role))
  const known = await readDemandedRoles()
  if (known.join() === chosen.join()) return ok(null)
  const event = doneBy(scope, {
    action: 'second-factor-demanded' as const,
    detail: { roles: chosen.join(' ') },
  })
  await writeWithAudit([putSetting(setting, chosen.join(' '))], event, now)
  return ok(null)
}
