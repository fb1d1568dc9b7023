import {
  type DraftKind,
  dropStaffDraft,
  getStaffDraft,
  saveStaffDraft,
} from '@/db/accounts/staff-drafts'
import type { Scope } from '@/domain/access'
import type { FileRow } from '@/domain/dossier/header'
import type { ListFinding } from '@/domain/list-file'
import type { Result } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { largestFile, readTableRows } from '@/lib/table-rows'
import { seeOther } from '../form-answer'
import { takeForm, takeUpload } from '../posted-form'

/** What was read out of a file, kept for its preview. */
export type KeptFile<Line> = Readonly<{
  file: string
  lines: readonly Line[]
  findings: readonly ListFinding[]
}>

/** A kind of list that is brought in by a file. */
export type ListKind<Line> = Readonly<{
  /** The page of its import. */
  page: string
  /** Where the list stands, once it is stored. */
  list: string
  /** One for the whole installation: only for who administers all of it. */
  everywhere?: true
  draft: DraftKind
  /** How many lines it may have. */
  most: number
  read: (rows: readonly FileRow[]) => Omit<KeptFile<Line>, 'file'>
  /** Adds what is new, or nothing. */
  store: (
    scope: Scope,
    lines: readonly Line[],
    file: string,
    now: number,
  ) => Promise<Result<number, string>>
}>

// The file with the few words around it.
const maxBytes = largestFile + 16 * 1024

/** Reads a list that is sent and leads to its preview; stores nothing of it. */
export function takeListFile<Line>(request: Request, kind: ListKind<Line>): Promise<Response> {
  const { page, draft } = kind
  const back = (problem: string) => seeOther(`${page}?problem=${problem}#error-summary`)
  const place = { ...placeOf(kind), maxBytes }
  return takeUpload(request, place, async ({ scope, now, form: { form, isWhole } }) => {
    if (!isWhole) return back('file-too-large')
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return back('no-file')
    if (file.size > largestFile) return back('file-too-large')
    const kept = await readList(file, kind)
    return seeOther(`${page}?draft=${await saveStaffDraft(scope, draft, kept, now)}`)
  })
}

/** Adds what the preview of a list showed, or nothing. */
export function storeListFile<Line>(request: Request, kind: ListKind<Line>): Promise<Response> {
  const { page, list, store } = kind
  return takeForm(request, placeOf(kind), async ({ scope, form, now }) => {
    const draft = form.get('draft') ?? ''
    const kept = await getKeptFile(scope, kind, draft, now)
    if (!kept || kept.findings.length > 0) {
      return seeOther(`${page}?problem=draft-gone#error-summary`)
    }
    const stored = await store(scope, kept.lines, kept.file, now)
    if (!stored.ok) {
      return seeOther(`${page}?${new URLSearchParams({ draft, problem: 'list-changed' })}`)
    }
    await dropStaffDraft(scope, draft)
    return seeOther(`${list}?done=imported`)
  })
}

const placeOf = ({ page, everywhere }: Pick<ListKind<unknown>, 'page' | 'everywhere'>) => ({
  ...({ page, capability: 'administration' } as const),
  ...(everywhere ? { everywhere } : {}),
})

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
  kind: ListKind<Line>,
  draft: string,
  now: number,
): Promise<KeptFile<Line> | null> =>
  // The draft's own shape: nobody else writes these kinds.
  (await getStaffDraft(scope, kind.draft, draft, now)) as KeptFile<Line> | null
