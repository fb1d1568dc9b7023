import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import { database } from '../client'
import { deviceCredentials, enrolmentCodes } from '../schema/doors'
import { desks, units } from '../schema/units'
import { hashSecret } from './credential'

/** What became of a code that the person made. */
export type CodeState = Readonly<{
  unit: string
  desk: string
  expiresAt: number
  /** The device it was used for. */
  deviceId: number | null
}>

/** The code as it stands, for the person who made it; null for anybody else's, unknown and long gone ones. */
export async function getCodeState(scope: Scope, code: string): Promise<CodeState | null> {
  const [row] = await database()
    .select({
      unit: units.name,
      desk: desks.label,
      expiresAt: enrolmentCodes.expiresAt,
      deviceId: deviceCredentials.deviceId,
    })
    .from(enrolmentCodes)
    .innerJoin(units, eq(units.id, enrolmentCodes.unitId))
    .innerJoin(desks, eq(desks.id, enrolmentCodes.deskId))
    .leftJoin(deviceCredentials, eq(deviceCredentials.codeHash, enrolmentCodes.codeHash))
    .where(
      and(eq(enrolmentCodes.codeHash, hashSecret(code)), eq(enrolmentCodes.madeBy, scope.userId)),
    )
  return row ?? null
}

/** A code that may be used at this instant; null for wrong, expired and used ones alike. */
export async function getLiveCode(code: string, now: number) {
  const [row] = await database()
    .select({ code: enrolmentCodes })
    .from(enrolmentCodes)
    .leftJoin(deviceCredentials, eq(deviceCredentials.codeHash, enrolmentCodes.codeHash))
    .where(
      and(
        eq(enrolmentCodes.codeHash, hashSecret(code)),
        gt(enrolmentCodes.expiresAt, now),
        isNull(deviceCredentials.hash),
      ),
    )
  return row?.code ?? null
}
