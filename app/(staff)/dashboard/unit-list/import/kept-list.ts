import type { Scope } from '@/domain/access'
import type { UnitLine } from '@/domain/unit-file'
import { getKeptFile, type KeptFile } from '../../list-file'

export const importPage = '/dashboard/unit-list/import'

/** What was read out of a file, kept for its preview. */
export type KeptList = KeptFile<UnitLine>

/** What this draft holds; null once it is gone. */
export const getKeptList = (scope: Scope, draft: string, now: number): Promise<KeptList | null> =>
  getKeptFile<UnitLine>(scope, 'unit-file', draft, now)
