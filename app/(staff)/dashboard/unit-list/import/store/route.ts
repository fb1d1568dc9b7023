import { dropStaffDraft, getStaffDraft } from '@/db/staff-drafts'
import { importUnits } from '@/db/unit-import'
import { seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { list } from '../../../units/addresses'
import { importPage, type KeptList } from '../kept-list'

/** Adds every unit that the preview showed, or none. */
export function POST(request: Request): Promise<Response> {
  const place = { page: importPage, capability: 'administration' } as const
  return takeForm(request, place, async ({ scope, form, now }) => {
    const draft = form.get('draft') ?? ''
    // The draft's own shape: nobody else writes this kind.
    const kept = (await getStaffDraft(scope, 'unit-file', draft, now)) as KeptList | null
    if (!kept || kept.findings.length > 0) {
      return seeOther(`${importPage}?problem=draft-gone#error-summary`)
    }
    const stored = await importUnits(scope, kept.lines, kept.file, now)
    if (!stored.ok) {
      return seeOther(`${importPage}?${new URLSearchParams({ draft, problem: 'list-changed' })}`)
    }
    await dropStaffDraft(scope, draft)
    return seeOther(`${list}?done=imported`)
  })
}
