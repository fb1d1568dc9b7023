import { listUnitLinks, type UnitLink } from '@/db/units/links'
import type { Scope } from '@/domain/access'
import { unitHref } from '../units/addresses'

/** The open links of a unit, first the one to hand out: the newest QR code, else the oldest plain link. */
export async function listUsableLinks(
  scope: Scope,
  unit: string,
  now: number,
): Promise<UnitLink[]> {
  const open = (await listUnitLinks(scope, unit, now)).filter(({ isOpen }) => isOpen)
  const codes = open.filter(({ channel }) => channel === 'qr')
  return [...codes.toReversed(), ...open.filter(({ channel }) => channel !== 'qr')]
}

export const posterHref = (unit: string, { code }: UnitLink): string =>
  `${unitHref(unit)}/links/${encodeURIComponent(code)}/poster`
