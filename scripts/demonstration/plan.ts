import type { Channel, DoorKind } from '@/domain/door'
import { type Day, shiftDay } from '@/domain/period'
import type { UnitLevel } from '@/domain/unit'

/** An invented office in the Mekong delta. No place of these names exists. */

export type DeskPlan = Readonly<{
  code: string
  label: string
  field: string
  /** Share of the unit's visitors. */
  share: number
  /** Chance of "Hài lòng" or better at the beginning and at the end of the year. */
  quality: readonly [number, number]
}>

export type UnitPlan = Readonly<{
  code: string
  name: string
  level: UnitLevel
  validFrom: Day | null
  validTo: Day | null
  successor: string | null
  /** Share of all responses. */
  share: number
  desks: readonly DeskPlan[]
}>

const handover = '2025-07-01'

export const communePlan: UnitPlan = {
  code: 'an-phu-loi',
  name: 'Xã An Phú Lợi',
  level: 'xa',
  validFrom: handover,
  validTo: null,
  successor: null,
  share: 0.8,
  desks: [
    desk('1', 'Quầy 1: Hộ tịch', 'ho-tich', 0.26, [0.88, 0.9]),
    desk('2', 'Quầy 2: Chứng thực', 'chung-thuc', 0.3, [0.86, 0.88]),
    desk('3', 'Quầy 3: Đất đai, môi trường', 'dat-dai', 0.2, [0.69, 0.77]),
    desk('4', 'Quầy 4: Bảo trợ xã hội, người có công', 'bao-tro-xa-hoi', 0.15, [0.82, 0.86]),
    desk('5', 'Quầy 5: Kinh doanh, xây dựng', 'kinh-doanh', 0.09, [0.85, 0.8]),
  ],
}

export const districtPlan: UnitPlan = {
  code: 'phu-loi-thanh',
  name: 'Huyện Phú Lợi Thạnh (cũ)',
  level: 'huyen_legacy',
  validFrom: null,
  validTo: shiftDay(handover, -1),
  successor: communePlan.code,
  share: 0.2,
  desks: [
    desk('1', 'Quầy 1: Đất đai, môi trường', 'dat-dai', 0.42, [0.74, 0.78]),
    desk('2', 'Quầy 2: Đăng ký kinh doanh', 'kinh-doanh', 0.23, [0.84, 0.85]),
    desk('3', 'Quầy 3: Xây dựng, quy hoạch', 'xay-dung', 0.2, [0.79, 0.8]),
    desk('4', 'Quầy 4: Bảo trợ xã hội, người có công', 'bao-tro-xa-hoi', 0.15, [0.83, 0.85]),
  ],
}

/** The ways in at a unit; the share is that of the unit's responses. A door of no desk stands for all of them. */
export type DoorPlan = Readonly<{
  suffix: string
  survey: string
  kind: DoorKind
  channel: Channel
  perDesk: boolean
  share: number
}>

export const doorPlans: readonly DoorPlan[] = [
  door('mot-cham', 'kiosk-1', 'link', 'qr', true, 0.6),
  door('quay-qr', 'desk-8', 'link', 'qr', true, 0.16),
  door('lien-ket', 'desk-8', 'link', 'link', false, 0.06),
  door('phieu-giay', 'desk-8', 'paper', 'paper', true, 0.09),
  door('sipas', 'sipas-22', 'link', 'link', false, 0.09),
]

/**
 * Where to try the three surveys. A few answers at the links of the office above would be a group of fewer than five, and
 * hide the commune beside it.
 */
export const doorsToTry = ['mot-cham.1', 'lien-ket', 'sipas'].map(
  (suffix) => `${communePlan.code}.${suffix}`,
)

/** The year the unit's responses lie in: up to yesterday, or its own last year. */
export function yearOf(unit: UnitPlan, today: Day): Readonly<{ from: Day; to: Day }> {
  const to = unit.validTo ?? shiftDay(today, -1)
  return { from: shiftDay(to, -364), to }
}

function desk(
  code: string,
  label: string,
  field: string,
  share: number,
  quality: readonly [number, number],
): DeskPlan {
  return { code, label, field, share, quality }
}

function door(
  suffix: string,
  survey: string,
  kind: DoorKind,
  channel: Channel,
  perDesk: boolean,
  share: number,
): DoorPlan {
  return { suffix, survey, kind, channel, perDesk, share }
}
