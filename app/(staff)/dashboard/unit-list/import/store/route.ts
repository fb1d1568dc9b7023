import { dropStaffDraft } from '@/db/accounts/staff-drafts'
import { importUnits } from '@/db/units/import'
import { seeOther } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { list } from '../../../units/addresses'
import { getKeptList, importPage } from '../kept-list'

/** Adds every unit that the preview showed, or none. */
export function POST(request: Request): Promise<Response> {
  const place = { page: importPage, capability: 'administration' } as const
  return takeForm(request, place, async ({ scope, form, now }) => {
    const draft = form.get('draft') ?? ''
    const kept = await getKeptList(scope, draft, now)
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
