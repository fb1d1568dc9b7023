import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { Section } from '@/components/report/section'
import { PageHead } from '@/components/staff/page-head'
import { getInvalidation } from '@/db/invalidations/list'
import { lookAtInvalidation } from '@/db/invalidations/look'
import type { ListedInvalidation } from '@/db/invalidations/reading'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { messagesFor, translator } from '@/lib/i18n'
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
    <StaffPage scope={scope} locale={t.locale} current={list}>
      <Outcome
        params={await searchParams}
        locale={t.locale}
        done={messagesFor(t.locale).invalidation.done}
        anchorOf={(field) => (field === 'reason' ? field : 'step')}
      />
      <PageHead
        title={t('invalidation.number', { id: found.id })}
        intro={summaryOf(found, t.locale)}
        back={{ href: list, label: t('signs.invalidations') }}
      />
      <Facts invalidation={found} locale={t.locale} />
      <NextStep scope={scope} invalidation={found} locale={t.locale} />
      <Responses scope={scope} invalidation={found} locale={t.locale} />
    </StaffPage>
  )
}

async function Responses(props: {
  scope: Scope
  invalidation: ListedInvalidation
  locale: Locale
}) {
  const { scope, invalidation, locale } = props
  const t = translator(locale)
  const named = await lookAtInvalidation(scope, invalidation, Date.now())
  const lines = named.map(({ source, ...line }) => ({ ...line, where: sourceName(source, locale) }))
  return (
    <Section title={t('signs.responses.title')} note={t('signs.responses.logged')}>
      <ResponseTable lines={lines} isChoice={false} locale={locale} />
    </Section>
  )
}
