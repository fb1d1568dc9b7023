import { Notice } from '@/components/ui/notice'
import { formatDay, type Period } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './page.module.css'

type Elsewhen = Period & Readonly<{ href: string }>

/** What to do where there is nothing to show: pass the link on, or look at another time. */
export function EmptyState(props: {
  t: Translate
  /** Where answers can come in; null where there are some, only too few. */
  links: readonly { href: string; address: string }[] | null
  /** The nearest period that has a figure. */
  nearest: Elsewhen | null
  /** From the first answer to the last. */
  span: Elsewhen | null
}) {
  const { links, span, nearest, t } = props
  if (!links && !span && !nearest) return null
  return (
    <Notice>
      <div className={styles.ways}>
        {links && <p>{t(`figures.page.empty.${links.length > 0 ? 'invite' : 'noLink'}`)}</p>}
        {links && links.length > 0 && (
          <ul>
            {links.map(({ href, address }) => (
              <li key={href}>
                <a href={href}>{address}</a>
              </li>
            ))}
          </ul>
        )}
        {nearest && (
          <p>
            {t('figures.page.empty.nearest', daysOf(nearest))}{' '}
            <a href={nearest.href}>{t('figures.page.empty.show')}</a>
          </p>
        )}
        {span && (
          <p>
            {t('figures.page.empty.elsewhen', daysOf(span))}{' '}
            <a href={span.href}>{t('figures.page.empty.show')}</a>
          </p>
        )}
      </div>
    </Notice>
  )
}

const daysOf = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) })
