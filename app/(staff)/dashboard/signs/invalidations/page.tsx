import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireRight } from '@/auth/session'
import { Section } from '@/components/report/section'
import { PageHead } from '@/components/staff/page-head'
import {
  invalidationsPerPage,
  listOpenInvalidations,
  listPastInvalidations,
} from '@/db/invalidations/list'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import styles from '../page.module.css'
import { here } from './address'
import { List } from './list'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('invalidation.title')

/** Proposals to leave responses out: those that wait, and what became of the others. */
export default async function InvalidationsPage({ searchParams }: Props) {
  const scope = await requireRight('invalidation')
  const locale = await requestLocale()
  const t = translator(locale)
  const before = Number(oneOfEach(await searchParams).get('before'))
  const isFirst = !(Number.isSafeInteger(before) && before > 0)
  const [open, past] = await Promise.all([
    listOpenInvalidations(scope),
    listPastInvalidations(scope, isFirst ? undefined : before),
  ])
  const last = past.length === invalidationsPerPage ? past.at(-1) : undefined
  return (
    <StaffPage scope={scope} locale={locale} current={here}>
      <PageHead
        title={t('invalidation.title')}
        intro={t('invalidation.intro')}
        back={{ href: '/dashboard/signs', label: t('invalidation.toSigns') }}
      />
      <Section title={t('invalidation.open')}>
        <List items={open} none={t('invalidation.noneOpen')} locale={locale} />
      </Section>
      <Section title={t('invalidation.past')}>
        <List items={past} none={t('invalidation.nonePast')} locale={locale} />
        <p className={styles.buttons}>
          {!isFirst && <a href={here}>{t('invalidation.newest')}</a>}
          {last && <a href={`${here}?before=${last.id}`}>{t('invalidation.older')}</a>}
        </p>
      </Section>
    </StaffPage>
  )
}
