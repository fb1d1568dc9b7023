import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { DossierList } from '@/components/staff/dossier-list'
import { DossierMatrix } from '@/components/staff/dossier-matrix'
import { SelectField } from '@/components/staff/select-field'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listDossierYears, listEntryGroups, mostGroups } from '@/db/dossier-groups'
import { listStanding, type StandingStat } from '@/db/dossier-standing'
import { findDossierUnits } from '@/db/dossier-units'
import { listUnitsFor } from '@/db/units'
import { coverYear } from '@/domain/dossier-coverage'
import { isDay, localDay } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { firstUnit, unitOptions } from '../unit-options'
import { Done, DossierFrame, dossiersPath } from './frame'
import styles from './page.module.css'
import { yearsUntil } from './years'

type Props = { searchParams: Promise<Query> }
type Shown = Readonly<{ units: readonly Unit[]; year: number; today: string; locale: Locale }>

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
      <div className={styles.head}>
        <h1>{t('dossiers.title')}</h1>
        <p>{t('dossiers.intro')}</p>
      </div>
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

function Choice(props: {
  offered: readonly Unit[]
  code: string
  years: readonly number[]
  year: number
  locale: Locale
}) {
  const t = translator(props.locale)
  return (
    <form method="get" action={dossiersPath} className={styles.choice}>
      <div>
        <SelectField
          id="unit"
          label={t('dossiers.choice.unit')}
          value={props.code}
          options={unitOptions(props.offered)}
        />
      </div>
      <div>
        <SelectField
          id="year"
          label={t('dossiers.choice.year')}
          value={String(props.year)}
          options={props.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </div>
      <Button type="submit" look="quiet">
        {t('dossiers.choice.show')}
      </Button>
    </form>
  )
}

async function Matrix({ units, year, today, locale }: Shown) {
  const t = translator(locale)
  const standing = await listStanding(
    units.map(({ id }) => id),
    daysOf(year),
  )
  const byUnit = new Map<number, StandingStat[]>(units.map(({ id }) => [id, []]))
  for (const stat of standing) byUnit.get(stat.unitId)?.push(stat)
  const rows = units.map(({ id, code, name }) => ({
    code,
    name,
    href: `${dossiersPath}?${new URLSearchParams({ unit: code, year: String(year) })}`,
    months: coverYear(byUnit.get(id) ?? [], year, today),
  }))
  const title = t('dossiers.matrix.title', { year })
  return (
    <div className={styles.card}>
      <h2>{title}</h2>
      <p className={styles.note}>{t('dossiers.matrix.note')}</p>
      <DossierMatrix locale={locale} label={title} year={year} rows={rows} />
    </div>
  )
}

async function Tables({ units, year, locale }: Shown) {
  const t = translator(locale)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const groups = await listEntryGroups([...byId.keys()], daysOf(year))
  const tables = groups.slice(0, mostGroups).flatMap((group) => {
    const unit = byId.get(group.unitId)
    if (!unit) return []
    const address = new URLSearchParams({ unit: unit.code, ...group.period })
    return [{ ...group, unit: unit.name, href: `${dossiersPath}/entry?${address}` }]
  })
  const title = t('dossiers.list.title', { year })
  if (tables.length === 0) {
    return (
      <Notice>
        <p>{t('dossiers.list.none')}</p>
      </Notice>
    )
  }
  return (
    <div className={styles.card}>
      <h2>{title}</h2>
      {groups.length > mostGroups && (
        <p className={styles.note}>{t('dossiers.list.more', { n: mostGroups })}</p>
      )}
      <DossierList locale={locale} label={title} tables={tables} />
    </div>
  )
}

const daysOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** The year asked for, else the latest with anything in it. */
function yearOf(params: URLSearchParams, years: readonly number[], today: string): number {
  const asked = params.get('year') ?? ''
  if (isDay(`${asked}-01-01`)) return Number(asked)
  return years[0] ?? Number(today.slice(0, 4))
}
