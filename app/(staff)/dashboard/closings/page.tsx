import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { ClosingList, type ListedClosing } from '@/components/report/closing-list'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listSnapshots, type Snapshot } from '@/db/snapshots/list'
import { hasChangedSince } from '@/db/snapshots/since'
import { listUnitsFor } from '@/db/units/units'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { closingHref, list } from './addresses'

export const generateMetadata = titled('closings.title')

/** The closed periods of a unit and everything under it, or of all the person's units. */
export default async function ClosingsPage({ searchParams }: PageProps<'/dashboard/closings'>) {
  const scope = await requireRight('figures')
  const t = await requestWords()
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
    <StaffPage scope={scope} t={t} current={list} filter={params}>
      <Head unit={unit} t={t} />
      {closings.length === 0 && before === 0 ? (
        <Empty t={t} filter={params} />
      ) : (
        <ClosingList closings={closings} t={t} />
      )}
      <Pages unit={unit} isFirst={before === 0} next={page.next} t={t} />
    </StaffPage>
  )
}

function Empty({ t, filter }: { t: Translate; filter: URLSearchParams }) {
  return (
    <Notice title={t('closings.none')}>
      <p>{t('closings.noneHow')}</p>
      <p>
        <a href={`/dashboard?${filter}`}>{t('closings.toFigures')}</a>
      </p>
    </Notice>
  )
}

/** A closing as a line of the list. */
async function toListed(snapshot: Snapshot, units: readonly Unit[]): Promise<ListedClosing> {
  const { number, unit, survey, period, closedAt, held, state } = snapshot
  const hasMoved = await hasChangedSince(snapshot)
  return {
    ...{ number, period, closedAt, href: closingHref(number) },
    unit: units.find(({ code }) => code === unit)?.name ?? unit,
    survey: held?.content.survey.title ?? survey,
    closedBy: held?.content.closedBy.name ?? '',
    total: held?.report.total.total ?? null,
    state: state !== 'whole' ? state : hasMoved ? 'changed' : 'same',
  }
}

/** Whose closings these are. */
function Head({ unit, t }: { unit: Unit | undefined; t: Translate }) {
  return (
    <PageHead title={t('closings.title')} intro={t('closings.intro')}>
      {unit && (
        <p>
          {t('closings.ofUnit', { unit: unit.name })} <a href={list}>{t('closings.showAll')}</a>
        </p>
      )}
    </PageHead>
  )
}

/** The ways to older and newer closings. */
function Pages(props: {
  unit: Unit | undefined
  isFirst: boolean
  next: number | null
  t: Translate
}) {
  const { unit, isFirst, next, t } = props
  const href = (before?: number) => {
    const query = new URLSearchParams({
      ...(unit ? { unit: unit.code } : {}),
      ...(before ? { before: String(before) } : {}),
    })
    return `${list}?${query}`
  }
  if (isFirst && next === null) return null
  return (
    <div className={box.row}>
      {!isFirst && (
        <ButtonLink look="quiet" href={href()}>
          {t('closings.newest')}
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink look="quiet" href={href(next)}>
          {t('closings.older')}
        </ButtonLink>
      )}
    </div>
  )
}
