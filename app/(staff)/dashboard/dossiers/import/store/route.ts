import { dropStaffDraft, getStaffDraft } from '@/db/accounts/staff-drafts'
import { saveDossierRows } from '@/db/dossiers/changes'
import { seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import type { KeptFile } from '../kept-file'

const page = '/dashboard/dossiers/import'
// The numbers of the entries that some thousand rows correct.
const maxBytes = 128 * 1024

/** Stores everything that the preview showed, or nothing. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'dossiers', maxBytes }, async (posted) => {
    const { scope, form, now } = posted
    const draft = form.get('draft') ?? ''
    // The draft's own shape: nobody else writes this kind.
    const kept = (await getStaffDraft(scope, 'dossier-file', draft, now)) as KeptFile | null
    if (!kept || kept.problems > 0) return seeOther(`${page}?problem=draft-gone#error-summary`)
    const change = {
      rows: kept.rows,
      source: form.get('source') || kept.file,
      reason: form.get('reason') ?? '',
      seen: (form.get('seen') ?? '').split(' ').map(Number),
    }
    const saved = await saveDossierRows(scope, change, now)
    if (!saved.ok) {
      const problem = saved.problems[0]?.code ?? 'unexpected'
      return seeOther(`${page}?${new URLSearchParams({ draft, problem })}#error-summary`)
    }
    await dropStaffDraft(scope, draft)
    const [first] = kept.rows
    const year = first?.period.to.slice(0, 4) ?? ''
    return seeOther(`/dashboard/dossiers?${new URLSearchParams({ done: 'imported', year })}`)
  })
}
