import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { countOpenInvalidations } from '@/db/invalidations/list'
import type { Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { queryOf } from '../addresses'
import { AskedFilter, FilterProblems } from '../asked-filter'
import { Signs } from './found-signs'
import { readSignFilter, viewOf } from './sign-filter'

export const generateMetadata = titled('signs.title')

/** What stands out among the responses of a unit; for those who may propose to leave responses out there. */
export default async function SignsPage({ searchParams }: PageProps<'/dashboard/signs'>) {
  const scope = await requireStaff()
  const t = await requestWords()
  const params = oneOfEach(await searchParams)
  const filter = await readSignFilter(scope, params, t.locale, Date.now())
  const view = viewOf(filter)
  return (
    <StaffPage
      scope={scope}
      t={t}
      current="/dashboard/signs"
      filter={view ? queryOf(view) : undefined}
    >
      <FilterProblems filter={filter} t={t} />
      <PageHead title={t('signs.title')} intro={t('signs.intro')}>
        <Waiting scope={scope} t={t} />
      </PageHead>
      <AskedFilter filter={filter} t={t} path="/dashboard/signs" />
      {view && <Signs scope={scope} filter={filter} view={view} t={t} />}
    </StaffPage>
  )
}

async function Waiting({ scope, t }: { scope: Scope; t: Translate }) {
  const n = await countOpenInvalidations(scope)
  return (
    <p>
      <a className={box.touch} href="/dashboard/signs/invalidations">
        {t('signs.invalidations')}
      </a>
      {n > 0 && ` · ${t('signs.waiting', { n })}`}
    </p>
  )
}
