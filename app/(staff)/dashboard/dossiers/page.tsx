import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { ButtonLink } from '@/components/ui/button'
import { findDossierUnits, listDossierYears } from '@/db/dossiers/groups'
import { listUnitsFor } from '@/db/units/units'
import { isDay, localDay } from '@/domain/period'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { firstUnit } from '../unit-options'
import { Matrix, Tables } from './dossier-tables'
import { Choice } from './figures-choice'
import { Done, DossierFrame, dossiersPath } from './frame'
import styles from './page.module.css'
import { yearsUntil } from './years'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('dossiers.title')

/** What is entered for a unit and everything under it in one year, and what is missing. */
export default async function DossiersPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const offered = await listUnitsFor(scope, 'dossiers')
  const params = oneOfEach(await searchParams)
  const code = params.get('unit') ?? firstUnit(offered)?.code ?? ''
  const units = await findDossierUnits(scope, code)
  if (!units) notFound()
  const [locale, today] = [await requestLocale(), localDay(Date.now())]
  const t = translator(locale)
  const years = await listDossierYears(scope)
  const year = yearOf(params, years, today)
  const entry = `${dossiersPath}/entry?${new URLSearchParams({ unit: code })}`
  return (
    <DossierFrame scope={scope} locale={locale}>
      <Done code={params.get('done') ?? ''} locale={locale} />
      <PageHead title={t('dossiers.title')} intro={t('dossiers.intro')} />
      <div className={styles.actions}>
        <ButtonLink href={entry}>{t('dossiers.enter')}</ButtonLink>
        <ButtonLink look="quiet" href={`${dossiersPath}/import`}>
          {t('dossiers.importLink')}
        </ButtonLink>
      </div>
      <Choice
        offered={offered}
        code={code}
        years={yearsUntil(today, year, ...years)}
        year={year}
        locale={locale}
      />
      <Matrix units={units} year={year} today={today} locale={locale} />
      <Tables units={units} year={year} today={today} locale={locale} />
    </DossierFrame>
  )
}

/** The year asked for, else the latest with anything in it. */
function yearOf(params: URLSearchParams, years: readonly number[], today: string): number {
  const asked = params.get('year') ?? ''
  if (isDay(`${asked}-01-01`)) return Number(asked)
  return years[0] ?? Number(today.slice(0, 4))
}
