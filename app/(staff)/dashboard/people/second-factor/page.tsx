import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { CheckList } from '@/components/staff/check-list'
import { FormCard } from '@/components/staff/form-card'
import { StaffFrame } from '@/components/staff/staff-frame'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listDemandedRoles } from '@/db/demanded-factor'
import { requestLocale } from '@/lib/http'
import { messagesFor, translator } from '@/lib/i18n'
import { inLanguage } from '../../../address'
import { staffLinks } from '../../../links'
import { Outcome, type OutcomeQuery } from '../../outcome'
import styles from '../page.module.css'

type Props = { searchParams: Promise<OutcomeQuery> }

const path = '/dashboard/people/second-factor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('people.secondFactor.title') }
}

/** Which roles must have a second factor, for whoever administers the whole installation. */
export default async function DemandedRolesPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const listed = await listDemandedRoles(scope)
  if (!listed) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const { saved } = messagesFor(locale).people.secondFactor
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, path)}
    >
      <div className={styles.page}>
        <Outcome params={await searchParams} locale={locale} done={{ saved }} />
        <div className={styles.head}>
          <p>
            <a href="/dashboard/people">{t('people.secondFactor.back')}</a>
          </p>
          <h1>{t('people.secondFactor.title')}</h1>
          <p>{t('people.secondFactor.intro')}</p>
        </div>
        {!scope.hasSecondFactor && (
          <Notice tone="caution">
            <p>{t('people.secondFactor.self')}</p>
          </Notice>
        )}
        <FormCard title={t('people.secondFactor.roles')} action={`${path}/save`}>
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
          <Button type="submit">{t('people.secondFactor.submit')}</Button>
        </FormCard>
      </div>
    </StaffFrame>
  )
}

const optionFor = (held: number, without: number) =>
  held === 0 ? 'optionNobody' : without === 0 ? 'optionAll' : 'option'
