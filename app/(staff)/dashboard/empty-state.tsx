import { Notice } from '@/components/ui/notice'
import { formatDay, type Period } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** What to do where there is nothing to show: pass the link on, or look at another time. */
export function EmptyState(props: {
  locale: Locale
  /** Nobody has answered, rather than too few. */
  isEmpty: boolean
  /** The nearest period that has a figure. */
  nearest: (Period & { href: string }) | null
  links: readonly { href: string; address: string }[]
  span: Period | null
  spanHref: string
}) {
  const { links, span, isEmpty, nearest } = props
  const t = translator(props.locale)
  return (
    <Notice>
      {nearest && (
        <p>
          {t('figures.page.empty.nearest', daysOf(nearest))}{' '}
          <a href={nearest.href}>{t('figures.page.empty.show')}</a>
        </p>
      )}
      {isEmpty && links.length === 0 && <p>{t('figures.page.empty.noLink')}</p>}
      {links.length > 0 && (
        <p>{t(isEmpty ? 'figures.page.empty.invite' : 'figures.page.empty.more')}</p>
      )}
      {links.map(({ href, address }) => (
        <p key={href}>
          <a href={href}>{address}</a>
        </p>
      ))}
      {span && (
        <p>
          {t('figures.page.empty.elsewhen', daysOf(span))}{' '}
          <a href={props.spanHref}>{t('figures.page.empty.show')}</a>
        </p>
      )}
    </Notice>
  )
}

const daysOf = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) })
