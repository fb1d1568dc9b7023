import { Notice } from '@/components/ui/notice'
import { formatDay, type Period } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** What to do where nobody has answered yet: pass the link on, or look at another time. */
export function EmptyState(props: {
  locale: Locale
  links: readonly { href: string; address: string }[]
  span: Period | null
  spanHref: string
}) {
  const { links, span } = props
  const t = translator(props.locale)
  return (
    <Notice>
      {links.length === 0 && <p>{t('figures.page.empty.noLink')}</p>}
      {links.length > 0 && <p>{t('figures.page.empty.invite')}</p>}
      {links.map(({ href, address }) => (
        <p key={href}>
          <a href={href}>{address}</a>
        </p>
      ))}
      {span && (
        <p>
          {t('figures.page.empty.elsewhen', { from: formatDay(span.from), to: formatDay(span.to) })}{' '}
          <a href={props.spanHref}>{t('figures.page.empty.show')}</a>
        </p>
      )}
    </Notice>
  )
}
