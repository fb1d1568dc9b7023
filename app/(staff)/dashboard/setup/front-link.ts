import { listUnitLinks, type UnitLink } from '@/db/unit-links'
import type { Scope } from '@/domain/access'
import { unitHref } from '../units/addresses'

/** The open links of a unit, first the one to hand out: a QR code before a plain link, the newest of its kind. */
export async function listUsableLinks(
  scope: Scope,
  unit: string,
  now: number,
): Promise<UnitLink[]> {
  const open = (await listUnitLinks(scope, unit, now)).filter(({ isOpen }) => isOpen)
  const isQr = ({ channel }: UnitLink) => (channel === 'qr' ? 1 : 0)
  return open.toReversed().toSorted((a, b) => isQr(b) - isQr(a))
}

export const posterHref = (unit: string, { code }: UnitLink): string =>
  `${unitHref(unit)}/links/${encodeURIComponent(code)}/poster`
