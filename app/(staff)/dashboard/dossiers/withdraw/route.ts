import { withdrawDossierEntries } from '@/db/dossiers/withdrawals'
import { seeOther, sentence } from '../../../form-answer'
import { takeForm } from '../../../posted-form'

const page = '/dashboard/dossiers/entry'

/** Takes the ticked rows out of the figures. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'dossiers' }, async ({ scope, form, now }) => {
    const ids = form.getAll('ids').map(Number).filter(Number.isSafeInteger)
    const reason = form.get('withdraw-reason') ?? ''
    const withdrawn = await withdrawDossierEntries(scope, { ids, reason }, now)
    const [problem] = withdrawn.ok ? [] : withdrawn.problems
    if (problem?.code === 'not-found') return sentence(request, 404, 'not-found')
    const address = new URLSearchParams({
      unit: form.get('unit') ?? '',
      from: form.get('from') ?? '',
      to: form.get('to') ?? '',
      ...(problem ? { problem: problem.code } : { done: 'withdrawn' }),
    })
    return seeOther(`${page}?${address}${problem ? '#error-summary' : ''}`)
  })
}
