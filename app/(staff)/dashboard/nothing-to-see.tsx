import { Notice } from '@/components/ui/notice'
import { listOpenLinks } from '@/db/surveys/doors'
import { getDataSpan } from '@/db/tallies/data-span'
import type { Figures } from '@/domain/figure'
import { formatDays, type Period } from '@/domain/period'
import type { View } from '@/domain/rates-filter'
import { env } from '@/lib/env'
import type { Translate } from '@/lib/i18n'
import { addressOf, monthsAddress } from './addresses'
import type { Asked } from './dashboard'
import styles from './page.module.css'
import { isNewcomer, SetupInvitation } from './setup/invitation'

/** Where there is no figure, the ways on: the links that bring answers in, and the time that has some. */
export async function NothingToSee(props: { asked: Asked; figures: Figures; path: string }) {
  const { asked, figures, path } = props
  const { scope, view, now, t } = asked
  const { status } = figures.total
  if (status !== 'none' && status !== 'suppressed') return null
  const { nearest } = figures
  const span = nearest ? null : await getDataSpan(scope, view)
  const isEmpty = status === 'none'
  const isNew = isEmpty && (await isNewcomer(scope, now))
  return (
    <>
      {isNew && <SetupInvitation t={t} />}
      {(isEmpty || nearest || span) && (
        <Notice>
          <div className={styles.ways}>
            {isEmpty && <Links view={view} now={now} t={t} />}
            {nearest && (
              <Elsewhen
                is="nearest"
                at={nearest}
                href={addressOf(path, { ...view, ...nearest })}
                t={t}
              />
            )}
            {span && (
              <Elsewhen is="elsewhen" at={span} href={monthsAddress(path, view, span)} t={t} />
            )}
          </div>
        </Notice>
      )}
    </>
  )
}

/** Where answers can come in, to be passed on. */
async function Links({ view, now, t }: { view: View; now: number; t: Translate }) {
  const codes = await listOpenLinks(view.unit, view.survey, now)
  return (
    <>
      <p>{t(`figures.page.empty.${codes.length > 0 ? 'invite' : 'noLink'}`)}</p>
      {codes.length > 0 && (
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <a href={`/s/${code}`}>{`${env().origin}/s/${code}`}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The nearest period that has a figure, or the time from the first answer to the last. */
function Elsewhen(props: { is: 'nearest' | 'elsewhen'; at: Period; href: string; t: Translate }) {
  const { at, href, t } = props
  return (
    <p>
      {t(`figures.page.empty.${props.is}`, formatDays(at))}{' '}
      <a href={href}>{t('figures.page.empty.show')}</a>
    </p>
  )
}
