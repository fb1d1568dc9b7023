import type { ListedInvalidation } from '@/db/invalidations/reading'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { momentOf } from '../moment'
import styles from '../page.module.css'
import { here } from './address'
import { stateOf, summaryOf } from './state'

/** Invalidations, each with what became of it. */
export function List(props: {
  items: readonly ListedInvalidation[]
  none: string
  locale: Locale
}) {
  const { items, none, locale } = props
  const t = translator(locale)
  if (items.length === 0) return <p className={styles.soft}>{none}</p>
  return (
    <ul className={styles.signs}>
      {items.map((item) => (
        <li key={item.id}>
          <h3>{t('invalidation.number', { id: item.id })}</h3>
          <p>{summaryOf(item, locale)}</p>
          <p>
            {t(`invalidation.state.${stateOf(item)}`)} · {actOf(item)}
          </p>
          <p className={styles.soft}>{item.reason}</p>
          <a
            className={styles.action}
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
  return `${name}, ${momentOf(at)}`
}
