import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { Section } from '@/components/report/section'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import {
  invalidationsPerPage,
  listOpenInvalidations,
  listPastInvalidations,
} from '@/db/invalidations/list'
import type { ListedInvalidation } from '@/db/invalidations/reading'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import styles from '../page.module.css'
import { here } from './address'
import { stateOf, summaryOf } from './state'

type Props = PageProps<'/dashboard/signs/invalidations'>

export const generateMetadata = titled('invalidation.title')

/** Proposals to leave responses out: those that wait, and what became of the others. */
export default async function InvalidationsPage({ searchParams }: Props) {
  const scope = await requireRight('invalidation')
  const t = await requestWords()
  const before = Number(oneOfEach(await searchParams).get('before'))
  const isFirst = !(Number.isSafeInteger(before) && before > 0)
  const [open, past] = await Promise.all([
    listOpenInvalidations(scope),
    listPastInvalidations(scope, isFirst ? undefined : before),
  ])
  const last = past.length === invalidationsPerPage ? past.at(-1) : undefined
  return (
    <StaffPage scope={scope} t={t} current={here}>
      <PageHead
        title={t('invalidation.title')}
        intro={t('invalidation.intro')}
        back={{ href: '/dashboard/signs', label: t('invalidation.toSigns') }}
      />
      <Section title={t('invalidation.open')}>
        <List items={open} none={t('invalidation.noneOpen')} t={t} />
      </Section>
      <Section title={t('invalidation.past')}>
        <List items={past} none={t('invalidation.nonePast')} t={t} />
        <p className={box.row}>
          {!isFirst && <a href={here}>{t('invalidation.newest')}</a>}
          {last && <a href={`${here}?before=${last.id}`}>{t('invalidation.older')}</a>}
        </p>
      </Section>
    </StaffPage>
  )
}

/** Invalidations, each with what became of it. */
function List(props: { items: readonly ListedInvalidation[]; none: string; t: Translate }) {
  const { items, none, t } = props
  if (items.length === 0) return <p className={box.hint}>{none}</p>
  return (
    <ul className={styles.signs}>
      {items.map((item) => (
        <li key={item.id}>
          <h3>{t('invalidation.number', { id: item.id })}</h3>
          <p>{summaryOf(item, t)}</p>
          <p>
            {t(`invalidation.state.${stateOf(item)}`)} · {actOf(item)}
          </p>
          <p className={box.hint}>{item.reason}</p>
          <a
            className={box.touch}
            href={`${here}/${item.id}`}
            aria-label={`${t('invalidation.open-one')}: ${t('invalidation.number', { id: item.id })}`}
          >
            {t('invalidation.open-one')}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The last who did something about it, and when. */
function actOf({ proposed, decision, restored }: ListedInvalidation): string {
  const { name, at } = restored ?? decision ?? proposed
  return `${name}, ${formatMoment(at)}`
}
