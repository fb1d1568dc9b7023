import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireRight } from '@/auth/session'
import { ClosingList, type ListedClosing } from '@/components/report/closing-list'
import { Notice } from '@/components/ui/notice'
import { listSnapshots } from '@/db/snapshots/list'
import { listUnitsFor } from '@/db/units/units'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { list } from './addresses'
import { Head } from './closing-head'
import { Pages } from './closing-pages'
import { toListed } from './listed'
import styles from './page.module.css'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('closings.title')

/** The closed periods of a unit and everything under it, or of all the person's units. */
export default async function ClosingsPage({ searchParams }: Props) {
  const scope = await requireRight('figures')
  const locale = await requestLocale()
  const params = oneOfEach(await searchParams)
  const units = await listUnitsFor(scope, 'figures')
  const asked = params.get('unit')
  const unit = units.find(({ code }) => code === asked)
  if (asked !== null && !unit) notFound()
  const before = Number(params.get('before') ?? '')
  const page = await listSnapshots(scope, {
    ...(unit ? { unit: unit.code } : {}),
    ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
  })
  const closings: ListedClosing[] = []
  for (const one of page.snapshots) closings.push(await toListed(one, units))
  params.delete('before')
  return (
    <StaffPage scope={scope} locale={locale} current={list} filter={params} className={styles.page}>
      <Head unit={unit} locale={locale} />
      {closings.length === 0 && before === 0 ? (
        <Empty locale={locale} filter={params} />
      ) : (
        <ClosingList closings={closings} locale={locale} />
      )}
      <Pages unit={unit} isFirst={before === 0} next={page.next} locale={locale} />
    </StaffPage>
  )
}

function Empty({ locale, filter }: { locale: Locale; filter: URLSearchParams }) {
  const t = translator(locale)
  return (
    <Notice title={t('closings.none')}>
      <p>{t('closings.noneHow')}</p>
      <p>
        <a href={`/dashboard?${filter}`}>{t('closings.toFigures')}</a>
      </p>
    </Notice>
  )
}
