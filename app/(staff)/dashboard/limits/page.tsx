import { headers } from 'next/headers'
import { originOf } from '@/app/admission'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { LimitLevels } from '@/components/staff/limit-levels'
import { PageHead } from '@/components/staff/page-head'
import { RefusalDays } from '@/components/staff/refusal-days'
import box from '@/components/ui/box.module.css'
import { listRefusals } from '@/db/limits/refusals'
import { administersEverything } from '@/domain/access'
import { formatIpAddress } from '@/domain/ip-address'
import { requestWords } from '@/lib/request-locale'
import { readKeptForm } from '../../refused-form'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'
import { ExemptSection } from './exempt-section'

const path = '/dashboard/limits'

export const generateMetadata = titled('limits.title')

/** What was turned away at the ceilings; and, for whoever administers everything, the networks that are exempt. */
export default async function LimitsPage({ searchParams }: PageProps<'/dashboard/limits'>) {
  const scope = await requireRight('administration')
  const t = await requestWords()
  const now = Date.now()
  const params = oneOfEach(await searchParams)
  const isForAll = administersEverything(scope)
  return (
    <StaffPage scope={scope} t={t} current={path} address={path} className={box.parts}>
      <Outcome params={params} t={t} of="limits" />
      <PageHead title={t('limits.title')} intro={t('limits.intro')} />
      <RefusalDays t={t} refusals={await listRefusals(scope, now)} />
      {isForAll && (
        <ExemptSection
          scope={scope}
          t={t}
          typed={await readKeptForm(scope, params, now)}
          wrong={params.get('field') ?? ''}
          address={await ownAddress()}
        />
      )}
      <LimitLevels t={t} />
    </StaffPage>
  )
}

/** The reader's own, so that they can tell which one the office has. */
async function ownAddress(): Promise<string | null> {
  const { address } = await originOf(await headers())
  return address && formatIpAddress(address)
}
