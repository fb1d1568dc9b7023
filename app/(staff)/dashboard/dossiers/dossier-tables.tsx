import { DossierList } from '@/components/staff/dossier-list'
import { DossierMatrix } from '@/components/staff/dossier-matrix'
import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import { listEntryGroups, mostGroups } from '@/db/dossiers/groups'
import { listStanding, type StandingStat } from '@/db/dossiers/standing'
import { coverYear } from '@/domain/dossier/coverage'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { dossiersPath } from './addresses'

type Shown = Readonly<{ units: readonly Unit[]; year: number; today: string; t: Translate }>

/** Which months of which units have been entered. */
export async function Matrix({ units, year, today, t }: Shown) {
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
    <div className={box.card}>
      <h2>{title}</h2>
      <p className={box.hint}>{t('dossiers.matrix.note')}</p>
      <DossierMatrix t={t} label={title} year={year} rows={rows} />
    </div>
  )
}

/** What has been entered, unit by unit. */
export async function Tables({ units, year, t }: Shown) {
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
    return <Notice>{t('dossiers.list.none')}</Notice>
  }
  return (
    <div className={box.card}>
      <h2>{title}</h2>
      {groups.length > mostGroups && (
        <p className={box.hint}>{t('dossiers.list.more', { n: mostGroups })}</p>
      )}
      <DossierList t={t} label={title} tables={tables} />
    </div>
  )
}

const daysOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })
