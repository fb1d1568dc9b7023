import 'server-only'
import { asc } from 'drizzle-orm'
import type { Unit } from '@/domain/unit'
import { database } from './client'
import { units } from './schema'

/** All units, by name. Only for the sign-in and for commands: pages see those of their scope. */
export const listUnits = (): Promise<Unit[]> =>
  database().select().from(units).orderBy(asc(units.name))
