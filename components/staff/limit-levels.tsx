import { type Ceiling, ceilings } from '@/domain/ceiling'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import styles from './row-list.module.css'

/** From which numbers on something is turned away. */
export function LimitLevels({ t }: { t: Translate }) {
  const numbers = ({ burst, perSecond }: Ceiling) => ({
    burst: formatCount(burst, t.locale),
    perSecond: formatCount(perSecond, t.locale),
  })
  return (
    <section className={styles.section} aria-labelledby="levels">
      <h2 id="levels">{t('limits.levels.title')}</h2>
      <p>{t('limits.levels.note')}</p>
      <ul className={styles.plain}>
        <li>{t('limits.levels.device', numbers(ceilings.deviceSending))}</li>
        <li>{t('limits.levels.door', numbers(ceilings.door))}</li>
        <li>{t('limits.levels.network', numbers(ceilings.network))}</li>
        <li>{t('limits.levels.signIn', numbers(ceilings.signIn))}</li>
      </ul>
    </section>
  )
}
