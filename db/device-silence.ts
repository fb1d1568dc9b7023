import 'server-only'
import { eq } from 'drizzle-orm'
import { administersEverything, type Scope } from '@/domain/access'
import { readSilence, usualSilence } from '@/domain/device'
import { ok, type Result, refused } from '@/domain/problem'
import { writeWithAudit } from './audit'
import { database } from './client'
import { settings } from './schema/installation'

const setting = 'device-silence-hours'

/** After so many hours without a word a device stands out; one number for the installation. */
export async function getSilenceHours(): Promise<number> {
  const [row] = await database().select().from(settings).where(eq(settings.key, setting))
  return readSilence(row?.value ?? null) ?? usualSilence
}

/** One number holds for all: only who administers every unit may set it. */
export async function setSilenceHours(
  scope: Scope,
  typed: string | null,
  now: number,
): Promise<Result<null, 'not-found' | 'not-hours'>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
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
