import 'server-only'
import type { Place } from '@/domain/tally'
import type { responses } from '../schema/responses'

/** What decides in which cells a response stands, as `countedColumns` reads it. */
export type CountedRow = Place &
  Pick<typeof responses.$inferSelect, 'seq' | 'versionId' | 'unitId' | 'halfMonth' | 'answers'>

/** Of `responses r`. */
export const countedColumns = `r.seq, r.version_id as versionId, r.unit_id as unitId, r.desk_id as deskId,
  r.field_id as fieldId, r.touchpoint, r.channel, r.mode, r.half_month as halfMonth, r.answers`
