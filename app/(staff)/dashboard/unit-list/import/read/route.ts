import { saveStaffDraft } from '@/db/staff-drafts'
import { mostUnits, readUnitFile } from '@/domain/unit-file'
import { largestFile, readTableRows } from '@/lib/table-rows'
import { seeOther, takeUpload } from '../../../../posted-form'
import { importPage, type KeptList } from '../kept-list'

// The file with the few words around it.
const maxBytes = largestFile + 16 * 1024

/** Reads a list and leads to its preview; adds no unit. */
export function POST(request: Request): Promise<Response> {
  const place = { page: importPage, capability: 'administration', maxBytes } as const
  return takeUpload(request, place, async (posted) => {
    const { scope, now } = posted
    const { form, isWhole } = posted.form
    if (!isWhole) return back('file-too-large')
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return back('no-file')
    if (file.size > largestFile) return back('file-too-large')
    const kept = await readList(file)
    return seeOther(`${importPage}?draft=${await saveStaffDraft(scope, 'unit-file', kept, now)}`)
  })
}

const back = (problem: string) => seeOther(`${importPage}?problem=${problem}#error-summary`)

async function readList(file: File): Promise<KeptList> {
  const name = file.name.normalize('NFC').slice(0, 100)
  const rows = await readTableRows(new Uint8Array(await file.arrayBuffer()), mostUnits + 1)
  const wrong = (problem: KeptList['findings'][number]['problem']) => ({
    file: name,
    lines: [],
    findings: [{ row: 0, problem }],
  })
  if (!rows.ok) return wrong(rows.problems[0] ?? { code: 'unexpected' })
  return { file: name, ...readUnitFile(rows.value) }
}
