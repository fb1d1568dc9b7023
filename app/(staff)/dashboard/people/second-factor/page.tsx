import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { requireStaff } from '@/auth/session'
import { CheckList } from '@/components/staff/check-list'
import { FormCard } from '@/components/staff/form-card'
import { PageHead } from '@/components/staff/page-head'
import { Notice } from '@/components/ui/notice'
import { listDemandedRoles } from '@/db/accounts/demanded-factor'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'

type Props = PageProps<'/dashboard/people/second-factor'>

const path = '/dashboard/people/second-factor'

export const generateMetadata = titled('people.secondFactor.title')

/** Which roles must have a second factor, for whoever administers the whole installation. */
export default async function DemandedRolesPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const listed = await listDemandedRoles(scope)
  if (!listed) notFound()
  const t = await requestWords()
  return (
    <StaffPage scope={scope} t={t} current={path} address={path}>
      <Outcome params={await searchParams} t={t} of="people.secondFactor" />
      <PageHead
        title={t('people.secondFactor.title')}
        back={{ href: '/dashboard/people', label: t('people.back') }}
        intro={t('people.secondFactor.intro')}
      />
      {!scope.hasSecondFactor && <Notice tone="caution">{t('people.secondFactor.self')}</Notice>}
      <FormCard title={t('label.roles')} action={`${path}/save`} submit={t('button.save')}>
        <CheckList
          id="roles"
          label={t('people.secondFactor.title')}
          options={listed.map(({ role, held, without }) => ({
            value: role,
            label: t(`people.secondFactor.${optionFor(held, without)}`, {
              role: t(`people.role.${role}`),
              n: held,
              without,
            }),
          }))}
          checked={listed.flatMap(({ role, isDemanded }) => (isDemanded ? [role] : []))}
        />
      </FormCard>
    </StaffPage>
  )
}

const optionFor = (held: number, without: number) =>
  held === 0 ? 'optionNobody' : without === 0 ? 'optionAll' : 'option'
