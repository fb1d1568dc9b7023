import { isCount, isText, listOf, or, orNull, record, type Shape } from './shape'
import { type SnapshotContent, snapshotFormat } from './snapshot'
import { parseReport } from './stored-report'

/** Reads what a snapshot holds; null for a text that is none, or one of a format this version does not know. */
export function parseSnapshot(text: string): SnapshotContent | null {
  try {
    return isContent(JSON.parse(text)) ?? null
  } catch {
    return null
  }
}

const isContent: Shape<SnapshotContent> = record({
  snapshotFormat: (value: unknown) => (value === snapshotFormat ? snapshotFormat : undefined),
  number: isText,
  unit: record({ id: isCount, code: isText, name: isText }),
  survey: record({ code: isText, title: isText }),
  period: record({ from: isText, to: isText }),
  formula: record({ name: isText, version: isText }),
  closedAt: isText,
  closedBy: record({ id: isCount, name: isText }),
  note: or(isText, ''),
  follows: or(orNull(isText), null),
  basis: record({
    lastSeq: isCount,
    responses: isCount,
    invalid: listOf(isCount),
    tallySheets: listOf(isCount),
    beside: record({ invalid: listOf(isCount), tallySheets: listOf(isCount) }),
    dossierStats: listOf(isCount),
    units: listOf(record({ id: isCount, code: isText, parentId: orNull(isCount) })),
  }),
  reports: listOf(record({ roots: listOf(isCount), report: parseReport })),
})
