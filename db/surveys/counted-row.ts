import 'server-only'
import type { Channel, Mode, Touchpoint } from '@/domain/door'

/** What decides in which cells a response stands, as `countedColumns` reads it. */
export type CountedRow = Readonly<{
  seq: number
  versionId: number
  unitId: number
  deskId: number | null
  fieldId: number | null
  touchpoint: Touchpoint | null
  channel: Channel
  mode: Mode
  halfMonth: number
  answers: string
}>

/** Of `responses r`. */
export const countedColumns = `r.seq, r.version_id as versionId, r.unit_id as unitId, r.desk_id as deskId,
  r.field_id as fieldId, r.touchpoint, r.channel, r.mode, r.half_month as halfMonth, r.answers`
