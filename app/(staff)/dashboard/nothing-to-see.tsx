import { getDataSpan } from '@/db/data-span'
import { listOpenLinks } from '@/db/doors'
import type { Scope } from '@/domain/access'
import type { Figures } from '@/domain/figure'
import type { View } from '@/domain/rates-filter'
import { env } from '@/lib/env'
import { addressOf, monthsAddress } from './addresses'
import type { Asked } from './dashboard'
import { EmptyState } from './empty-state'

/** Where there is no figure, the ways on: the links that bring answers in, and the time that has some. */
export async function NothingToSee(props: { asked: Asked; figures: Figures; path: string }) {
  const { asked, figures, path } = props
  const { scope, view, now } = asked
  const { status } = figures.total
  if (status !== 'none' && status !== 'suppressed') return null
  const { nearest } = figures
  const { links, span, spanHref } = await readWayOut(scope, view, now, path)
  return (
    <EmptyState
      locale={view.locale}
      isEmpty={status === 'none'}
      nearest={nearest ? { ...nearest, href: addressOf(path, { ...view, ...nearest }) } : null}
      links={links}
      span={span}
      spanHref={spanHref}
    />
  )
}

async function readWayOut(scope: Scope, view: View, now: number, path: string) {
  const { unit, survey } = view
  const codes = await listOpenLinks(unit, survey, now)
  const span = await getDataSpan(scope, { unit, survey })
  const links = codes.map((code) => ({ href: `/s/${code}`, address: `${env().origin}/s/${code}` }))
  return { links, span, spanHref: span ? monthsAddress(path, view, span) : '' }
}
