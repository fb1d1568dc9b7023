import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { Section } from '@/components/report/section'
import { PageHead } from '@/components/staff/page-head'
import { getInvalidation } from '@/db/invalidations/list'
import { lookAtInvalidation } from '@/db/invalidations/look'
import type { ListedInvalidation } from '@/db/invalidations/reading'
import type { Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../../staff-page'
import { Outcome } from '../../../outcome'
import { ResponseTable } from '../../response-table'
import { sourceName } from '../../sign-words'
import { summaryOf } from '../state'
import { Facts } from './facts'
import { NextStep } from './next-step'

type Props = PageProps<'/dashboard/signs/invalidations/[id]'>

const list = '/dashboard/signs/invalidations'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return { title: (await requestWords())('invalidation.number', { id }) }
}

/** One proposal with its responses, and what the person may do about it. */
export default async function InvalidationPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { id } = await params
  const found = await getInvalidation(scope, Number(id))
  if (!found) notFound()
  const t = await requestWords()
  return (
    <StaffPage scope={scope} t={t} current={list}>
      <Outcome
        params={await searchParams}
        t={t}
        of="invalidation"
        anchorOf={(field) => (field === 'reason' ? field : 'step')}
      />
      <PageHead
        title={t('invalidation.number', { id: found.id })}
        intro={summaryOf(found, t)}
        back={{ href: list, label: t('signs.invalidations') }}
      />
      <Facts invalidation={found} t={t} />
      <NextStep scope={scope} invalidation={found} t={t} />
      <Responses scope={scope} invalidation={found} t={t} />
    </StaffPage>
  )
}

async function Responses(props: { scope: Scope; invalidation: ListedInvalidation; t: Translate }) {
  const { scope, invalidation, t } = props
  const named = await lookAtInvalidation(scope, invalidation, Date.now())
  const lines = named.map(({ source, ...line }) => ({ ...line, where: sourceName(source, t) }))
  return (
    <Section title={t('signs.responses.title')} note={t('signs.responses.logged')}>
      <ResponseTable lines={lines} isChoice={false} t={t} />
    </Section>
  )
}
