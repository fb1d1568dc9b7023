import { type Result, refused } from '@/domain/problem'
import { formRoute } from '../../../form-route'
import type { Posted } from '../../../posted-form'

type Set = (posted: Posted, code: string, isOpen: boolean) => Promise<Result<unknown>>

/** The route that opens or closes. A form that says neither does neither: closing stops what a whole office collects. */
export const openingRoute = (opened: string, closed: string, set: Set) =>
  formRoute<{ code: string }>(
    ({ code }) => ({
      page: `/dashboard/surveys/${encodeURIComponent(code)}`,
      capability: 'administration',
    }),
    ({ form }) => (form.get('open') === '1' ? opened : closed),
    async (posted) => {
      const open = posted.form.get('open')
      if (open !== '1' && open !== '0') return refused({ code: 'malformed' })
      return set(posted, posted.params.code, open === '1')
    },
  )
