import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { PersonFacts } from '@/components/staff/person-facts'
import { RoleList } from '@/components/staff/role-list'
import { StaffFrame } from '@/components/staff/staff-frame'
import { getPerson } from '@/db/people'
import { requestLocale } from '@/lib/http'
import { messagesFor, translator } from '@/lib/i18n'
import { inLanguage } from '../../../address'
import { staffLinks } from '../../../links'
import { Outcome, type OutcomeQuery } from '../../outcome'
import styles from '../page.module.css'
import { PersonForms } from './person-forms'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<OutcomeQuery> }

const list = '/dashboard/people'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('people.one.title') }
}

/** One person: what roles they have in the administrator's units, and what can be done. */
export default async function PersonPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { id } = await params
  const person = await getPerson(scope, Number(id))
  if (!person) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const path = `${list}/${person.id}`
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, path)}
    >
      <div className={styles.page}>
        <Outcome
          params={await searchParams}
          locale={locale}
          done={messagesFor(locale).people.done}
        />
        <div className={styles.head}>
          <p>
            <a href={list}>{t('people.one.back')}</a>
          </p>
          <h1>{person.name}</h1>
          <PersonFacts locale={locale} person={person} />
        </div>
        <RoleList locale={locale} person={person} path={path} />
        <PersonForms scope={scope} locale={locale} person={person} path={path} />
      </div>
    </StaffFrame>
  )
}
