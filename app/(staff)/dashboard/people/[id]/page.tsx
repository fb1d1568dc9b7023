import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { PersonFacts } from '@/components/staff/person-facts'
import { RoleList } from '@/components/staff/role-list'
import { getPerson } from '@/db/accounts/people'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'
import { PersonForms } from './person-forms'

type Props = PageProps<'/dashboard/people/[id]'>

const list = '/dashboard/people'

export const generateMetadata = titled('people.one.title')

/** One person: what roles they have in the administrator's units, and what can be done. */
export default async function PersonPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { id } = await params
  const person = await getPerson(scope, Number(id))
  if (!person) notFound()
  const t = await requestWords()
  const path = `${list}/${person.id}`
  return (
    <StaffPage scope={scope} t={t} current={path} address={path}>
      <Outcome params={await searchParams} t={t} of="people" />
      <PageHead title={person.name} back={{ href: list, label: t('people.back') }}>
        <PersonFacts t={t} person={person} />
      </PageHead>
      <RoleList t={t} person={person} path={path} />
      <PersonForms scope={scope} t={t} person={person} path={path} />
    </StaffPage>
  )
}
