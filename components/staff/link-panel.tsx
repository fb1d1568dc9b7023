import box from '@/components/ui/box.module.css'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './panel.module.css'

/** The link that was just made, in a text that is taken whole with one click, and what to do with it. */
export function LinkPanel(props: {
  t: Translate
  link: Readonly<{ name: string; email: string; expiresAt: number }>
  address: string
}) {
  const { link, address, t } = props
  const until = formatMoment(link.expiresAt)
  return (
    <section
      id="made-link"
      className={`${box.screen} ${styles.panel}`}
      aria-labelledby="link-title"
    >
      <h2 id="link-title">{t('people.link.title', { name: link.name })}</h2>
      <p>{t('people.link.note')}</p>
      <p className={styles.text}>
        {t('people.link.text', { name: link.name, email: link.email, until })}{' '}
        <span translate="no">{address}</span>
      </p>
      <p>{t('people.link.once')}</p>
    </section>
  )
}
