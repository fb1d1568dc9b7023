import type { Scope } from '@/domain/access'
import type { FieldLine } from '@/domain/field-file'
import { getKeptFile, type KeptFile } from '../../list-file'

export const importPage = '/dashboard/field-list/import'

/** What was read out of a file, kept for its preview. */
export type KeptList = KeptFile<FieldLine>

/** What this draft holds; null once it is gone. */
export const getKeptList = (scope: Scope, draft: string, now: number): Promise<KeptList | null> =>
  getKeptFile<FieldLine>(scope, 'field-file', draft, now)
