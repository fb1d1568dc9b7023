import { withoutPiles } from '../piled-marks'
import { type DossierPart, dossierParts } from './dossier'

export type DossierColumn =
  | DossierPart
  | 'code'
  | 'name'
  | 'level'
  | 'parent'
  | 'field'
  | 'month'
  | 'from'
  | 'to'

/** The columns of files that a program has written. */
export const machineNames = new Map<string, DossierColumn>([
  ['unit', 'code'],
  ['unit name', 'name'],
  ...(['level', 'parent', 'field', 'month', 'from', 'to'] as const).map(
    (name) => [name, name] as const,
  ),
  ...dossierParts.map(
    (part) => [part.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), part] as const,
  ),
])

/** The column of a label; null for one that says nothing of dossiers, undefined for one that is not known. */
export function recognise(label: string): DossierColumn | null | undefined {
  const text = fold(label)
  const known = machineNames.get(text)
  if (known) return known
  if (text === '' || /^(stt|tt|so tt|so thu tu|ghi chu)$/.test(text)) return null
  const place = places.find(([pattern]) => pattern.test(text))
  if (place) return place[1]
  return parts.find(([group, part]) => group.test(text) && part.test(text))?.[2]
}

const places: readonly (readonly [RegExp, DossierColumn])[] = [
  [/^(ma )?linh vuc/, 'field'],
  [/^(ma )?don vi$/, 'code'],
  [/^ten don vi$/, 'name'],
  [/^cap( don vi)?$/, 'level'],
  [/^don vi cap tren$/, 'parent'],
  [/^thang$/, 'month'],
  [/^tu ngay$/, 'from'],
  [/^den ngay$/, 'to'],
]

const received = /tiep nhan/

const inProgress = /^(?!.*tiep nhan).*(dang|chua) (giai quyet|xu ly)/

const resolved = /^(?!.*tiep nhan)(?!.*(dang|chua) (giai quyet|xu ly)).*(giai quyet|xu ly)/

const total = /^(?!.*(truc t|buu chinh|ky truoc|\bhan\b|trong ky|ty le|phan tram)).*/

/** In the order in which they are tried: group, words, part. */
const parts: readonly (readonly [RegExp, RegExp, DossierPart])[] = [
  [received, /truc tuyen/, 'receivedOnline'],
  [received, /truc tiep|buu chinh/, 'receivedDirect'],
  [received, /ky truoc/, 'receivedCarried'],
  [received, total, 'received'],
  [inProgress, /qua han|tre han/, 'inProgressOverdue'],
  [inProgress, /trong han|chua den han/, 'inProgressInTime'],
  [inProgress, total, 'inProgress'],
  [resolved, /truoc (han )?va dung han|truoc han dung han|dung han va truoc han/, 'resolvedInTime'],
  [resolved, /truoc han/, 'resolvedBefore'],
  [resolved, /dung han/, 'resolvedOnTime'],
  [resolved, /qua han|tre han/, 'resolvedLate'],
  [resolved, total, 'resolved'],
]

/** Where "before time" has no column of its own, what is called on time holds both. */
export function mergeOnTime(
  columns: Map<DossierColumn, number>,
): ReadonlyMap<DossierColumn, number> {
  const onTime = columns.get('resolvedOnTime')
  if (onTime === undefined || columns.has('resolvedBefore') || columns.has('resolvedInTime')) {
    return columns
  }
  columns.delete('resolvedOnTime')
  return columns.set('resolvedInTime', onTime)
}

/** Lower case without marks, words apart by single spaces: `Đã giải quyết` and `da_giai_quyet` are the same. */
export const fold = (text: string): string =>
  withoutPiles(text)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
