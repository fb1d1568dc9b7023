import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { list } from './addresses'
import styles from './page.module.css'

/** Whose closings these are. */
export function Head({ unit, locale }: { unit: Unit | undefined; locale: Locale }) {
  const t = translator(locale)
  return (
    <div className={styles.head}>
      <h1>{t('closings.title')}</h1>
      <p>{t('closings.intro')}</p>
      {unit && (
        <p>
          {t('closings.ofUnit', { unit: unit.name })} <a href={list}>{t('closings.showAll')}</a>
        </p>
      )}
    </div>
  )
}
