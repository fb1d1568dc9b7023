import { database, write } from '@/db/client'
import { listUnits } from '@/db/units/units'
import { computeScope, type Role, type Scope } from '@/domain/access'

/** Somebody who can sign in, with these roles at units of these codes; each is another person. */
export async function personWith(...grants: readonly (readonly [Role, string])[]): Promise<Scope> {
  const { rows } = await database().$client.execute('select coalesce(max(id), 0) + 1 from users')
  const userId = Number(rows[0]?.[0])
  const [email, name] = [`p${userId}@xa.gov.vn`, `Người ${userId}`]
  const units = await listUnits()
  const held = grants.map(([role, code]) => {
    const unit = units.find((one) => one.code === code)
    if (!unit) throw new Error(`no unit ${code}`)
    return { unitId: unit.id, role }
  })
  await write([
    {
      sql: "insert into users (id, email, name, password_hash, created_at) values (?, ?, ?, '', 0)",
      args: [userId, email, name],
    },
    ...held.map(({ unitId, role }) => ({
      sql: 'insert into grants (user_id, unit_id, role) values (?, ?, ?)',
      args: [userId, unitId, role],
    })),
  ])
  return computeScope({ userId, email, name }, held, units)
}
