import { listOpenLinks } from '@/db/surveys/doors'
import { getDataSpan } from '@/db/tallies/data-span'
import type { Figures } from '@/domain/figure'
import type { View } from '@/domain/rates-filter'
import { env } from '@/lib/env'
import { addressOf, monthsAddress } from './addresses'
import type { Asked } from './dashboard'
import { EmptyState } from './empty-state'
import { isNewcomer, SetupInvitation } from './setup/invitation'

/** Where there is no figure, the ways on: the links that bring answers in, and the time that has some. */
export async function NothingToSee(props: { asked: Asked; figures: Figures; path: string }) {
  const { asked, figures, path } = props
  const { scope, view, now, t } = asked
  const { status } = figures.total
  if (status !== 'none' && status !== 'suppressed') return null
  const { nearest } = figures
  const span = await getDataSpan(scope, view)
  const invited = status === 'none' && (await isNewcomer(scope, now))
  return (
    <>
      {invited && <SetupInvitation t={t} />}
      <EmptyState
        t={t}
        links={status === 'none' ? await listLinks(view, now) : null}
        nearest={nearest ? { ...nearest, href: addressOf(path, { ...view, ...nearest }) } : null}
        span={span && !nearest ? { ...span, href: monthsAddress(path, view, span) } : null}
      />
    </>
  )
}

async function listLinks({ unit, survey }: View, now: number) {
  const codes = await listOpenLinks(unit, survey, now)
  return codes.map((code) => ({ href: `/s/${code}`, address: `${env().origin}/s/${code}` }))
}
