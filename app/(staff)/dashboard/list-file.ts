import { type DraftKind, getStaffDraft, saveStaffDraft } from '@/db/accounts/staff-drafts'
import type { Scope } from '@/domain/access'
import type { FileRow } from '@/domain/dossier/header'
import type { ListFinding } from '@/domain/list-file'
import { tidy } from '@/domain/tidy-text'
import { largestFile, readTableRows } from '@/lib/table-rows'
import { seeOther } from '../form-answer'
import { takeUpload } from '../posted-form'

/** What was read out of a file, kept for its preview. */
export type KeptFile<Line> = Readonly<{
  file: string
  lines: readonly Line[]
  findings: readonly ListFinding[]
}>

/** A kind of list: the page of its import, whether it is one for the whole installation, how many lines it may have, and who makes lines out of rows. */
type ListKind<Line> = Readonly<{
  page: string
  everywhere?: true
  draft: DraftKind
  most: number
  read: (rows: readonly FileRow[]) => Omit<KeptFile<Line>, 'file'>
}>

// The file with the few words around it.
const maxBytes = largestFile + 16 * 1024

/** Reads a list that is sent and leads to its preview; stores nothing of it. */
export function takeListFile<Line>(request: Request, kind: ListKind<Line>): Promise<Response> {
  const { page, draft } = kind
  const back = (problem: string) => seeOther(`${page}?problem=${problem}#error-summary`)
  const { everywhere } = kind
  const place = {
    ...({ page, capability: 'administration', maxBytes } as const),
    ...(everywhere ? { everywhere } : {}),
  }
  return takeUpload(request, place, async ({ scope, now, form: { form, isWhole } }) => {
    if (!isWhole) return back('file-too-large')
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return back('no-file')
    if (file.size > largestFile) return back('file-too-large')
    const kept = await readList(file, kind)
    return seeOther(`${page}?draft=${await saveStaffDraft(scope, draft, kept, now)}`)
  })
}

async function readList<Line>(file: File, { most, read }: ListKind<Line>): Promise<KeptFile<Line>> {
  const name = tidy(file.name).slice(0, 100)
  const rows = await readTableRows(new Uint8Array(await file.arrayBuffer()), most + 1)
  if (rows.ok) return { file: name, ...read(rows.value) }
  const problem = rows.problems[0] ?? { code: 'unexpected' }
  return { file: name, lines: [], findings: [{ row: 0, problem }] }
}

/** What was read out of the file of this draft; null once it is gone. */
export const getKeptFile = async <Line>(
  scope: Scope,
  kind: DraftKind,
  draft: string,
  now: number,
): Promise<KeptFile<Line> | null> =>
  // The draft's own shape: nobody else writes these kinds.
  (await getStaffDraft(scope, kind, draft, now)) as KeptFile<Line> | null
