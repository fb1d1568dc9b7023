import 'server-only'
import { eq } from 'drizzle-orm'
import { type Scope, unitsFor } from '@/domain/access'
import { readSilence, usualSilence } from '@/domain/device'
import { ok, type Result, refused } from '@/domain/problem'
import { writeWithAudit } from './audit'
import { database } from './client'
import { settings } from './schema/installation'
import { listUnits } from './units'

const setting = 'device-silence-hours'

/** After so many hours without a word a device stands out; one number for the installation. */
export async function getSilenceHours(): Promise<number> {
  const [row] = await database().select().from(settings).where(eq(settings.key, setting))
  return readSilence(row?.value ?? null) ?? usualSilence
}

/** Only who administers every unit may set what holds for all of them. */
export async function maySetSilence(scope: Scope): Promise<boolean> {
  const reach = unitsFor(scope, 'administration')
  return reach.size > 0 && (await listUnits()).every(({ id }) => reach.has(id))
}

export async function setSilenceHours(
  scope: Scope,
  typed: string | null,
  now: number,
): Promise<Result<null, 'not-found' | 'not-hours'>> {
  if (!(await maySetSilence(scope))) return refused({ code: 'not-found' })
  const hours = readSilence(typed)
  if (hours === undefined) return refused({ code: 'not-hours', field: 'hours' })
  await writeWithAudit(
    [
      {
        sql: `insert into settings (key, value) values (?, ?)
          on conflict do update set value = excluded.value`,
        args: [setting, String(hours)],
      },
    ],
    { actorId: scope.userId, actor: 'user', action: 'device-silence-set', detail: { hours } },
    now,
  )
  return ok(null)
}
