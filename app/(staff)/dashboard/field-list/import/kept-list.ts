import type { FieldLine } from '@/domain/field-file'
import type { KeptFile } from '../../list-file'

export const importPage = '/dashboard/field-list/import'

/** What was read out of a file, kept for its preview. Only this app writes it. */
export type KeptList = KeptFile<FieldLine>
