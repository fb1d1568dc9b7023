import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { DoneNotice } from '@/components/staff/done-notice'
import { PageHead } from '@/components/staff/page-head'
import { SelectField } from '@/components/staff/select-field'
import box from '@/components/ui/box.module.css'
import { Button, ButtonLink } from '@/components/ui/button'
import { findDossierUnits, listDossierYears } from '@/db/dossiers/groups'
import { listUnitsFor } from '@/db/units/units'
import { isDay, localDay } from '@/domain/period'
import type { Unit } from '@/domain/unit'
import { lookUp, messagesFor, type Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { firstUnit, unitOptions } from '../unit-options'
import { dossiersPath } from './addresses'
import { Matrix, Tables } from './dossier-tables'
import styles from './page.module.css'
import { yearsUntil } from './years'

export const generateMetadata = titled('dossiers.title')

/** What is entered for a unit and everything under it in one year, and what is missing. */
export default async function DossiersPage({ searchParams }: PageProps<'/dashboard/dossiers'>) {
  const scope = await requireStaff()
  const offered = await listUnitsFor(scope, 'dossiers')
  const params = oneOfEach(await searchParams)
  const code = params.get('unit') ?? firstUnit(offered)?.code ?? ''
  const units = await findDossierUnits(scope, code)
  if (!units) notFound()
  const t = await requestWords()
  const today = localDay(Date.now())
  const years = await listDossierYears(scope)
  const year = yearOf(params, years, today)
  const entry = `${dossiersPath}/entry?${new URLSearchParams({ unit: code })}`
  return (
    <StaffPage scope={scope} t={t} current={dossiersPath}>
      <DoneNotice text={lookUp(messagesFor(t.locale).dossiers.done, params.get('done') ?? '')} />
      <PageHead title={t('dossiers.title')} intro={t('dossiers.intro')} />
      <div className={box.row}>
        <ButtonLink href={entry}>{t('dossiers.enter')}</ButtonLink>
        <ButtonLink look="quiet" href={`${dossiersPath}/import`}>
          {t('dossiers.import.title')}
        </ButtonLink>
      </div>
      <Choice
        offered={offered}
        code={code}
        years={yearsUntil(today, year, ...years)}
        year={year}
        t={t}
      />
      <Matrix units={units} year={year} today={today} t={t} />
      <Tables units={units} year={year} today={today} t={t} />
    </StaffPage>
  )
}

/** The year asked for, else the latest with anything in it. */
function yearOf(params: URLSearchParams, years: readonly number[], today: string): number {
  const asked = params.get('year') ?? ''
  if (isDay(`${asked}-01-01`)) return Number(asked)
  return years[0] ?? Number(today.slice(0, 4))
}

/** Of which unit and year the statistics are shown. */
function Choice(props: {
  offered: readonly Unit[]
  code: string
  years: readonly number[]
  year: number
  t: Translate
}) {
  const { t } = props
  return (
    <form method="get" action={dossiersPath} className={styles.choice}>
      <SelectField
        id="unit"
        label={t('label.unit')}
        value={props.code}
        options={unitOptions(props.offered)}
      />
      <SelectField
        id="year"
        label={t('label.year')}
        value={String(props.year)}
        options={props.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Button type="submit" look="quiet" size="compact">
        {t('button.show')}
      </Button>
    </form>
  )
}
