import { getDataSpan } from '@/db/data-span'
import { listOpenLinks } from '@/db/doors'
import type { Scope } from '@/domain/access'
import type { Figures } from '@/domain/figure'
import { env } from '@/lib/env'
import { monthsAddress, type View } from './addresses'
import type { Asked } from './dashboard'
import { EmptyState } from './empty-state'

/** Where there is no figure, the ways on: the links that bring answers in, and the time that has some. */
export async function NothingToSee({ asked, figures }: { asked: Asked; figures: Figures }) {
  const { scope, view, now } = asked
  const { status } = figures.total
  if (status !== 'none' && status !== 'suppressed') return null
  const { links, span, spanHref } = await readWayOut(scope, view, now)
  return (
    <EmptyState
      locale={view.locale}
      isEmpty={status === 'none'}
      links={links}
      span={span}
      spanHref={spanHref}
    />
  )
}

async function readWayOut(scope: Scope, view: View, now: number) {
  const { unit, survey } = view
  const codes = await listOpenLinks(unit, survey, now)
  const span = await getDataSpan(scope, { unit, survey })
  const links = codes.map((code) => ({ href: `/s/${code}`, address: `${env().origin}/s/${code}` }))
  return { links, span, spanHref: span ? monthsAddress('/dashboard', view, span) : '' }
}
