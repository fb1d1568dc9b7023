import type { UnitFinding, UnitLine } from '@/domain/unit-file'

export const importPage = '/dashboard/unit-list/import'

/** What was read out of a file, kept for its preview. Only this app writes it. */
export type KeptList = Readonly<{
  file: string
  lines: readonly UnitLine[]
  findings: readonly UnitFinding[]
}>
