import { dropStaffDraft } from '@/db/accounts/staff-drafts'
import { importFields } from '@/db/units/field-import'
import { seeOther, sentence } from '../../../../form-answer'
import { takeForm } from '../../../../posted-form'
import { fieldList } from '../../../fields/addresses'
import { getKeptList, importPage } from '../kept-list'

/** Adds every field that the preview showed, or none. */
export function POST(request: Request): Promise<Response> {
  const place = { page: importPage, capability: 'administration', everywhere: true } as const
  return takeForm(request, place, async ({ scope, form, now }) => {
    const draft = form.get('draft') ?? ''
    const kept = await getKeptList(scope, draft, now)
    if (!kept || kept.findings.length > 0) {
      return seeOther(`${importPage}?problem=draft-gone#error-summary`)
    }
    const stored = await importFields(scope, kept.lines, kept.file, now)
    if (stored.ok) {
      await dropStaffDraft(scope, draft)
      return seeOther(`${fieldList}?done=imported`)
    }
    if (stored.problems.some(({ code }) => code === 'not-found')) {
      return sentence(request, 404, 'not-found')
    }
    return seeOther(`${importPage}?${new URLSearchParams({ draft, problem: 'list-changed' })}`)
  })
}
