import box from '@/components/ui/box.module.css'
import { groupCode } from '@/domain/enrolment'
import { localTime } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './panel.module.css'

/** The code that was just made, large enough to be read across a desk, and what to do with it. */
export function CodePanel(props: {
  t: Translate
  code: string
  state: Readonly<{ unit: string; desk: string; expiresAt: number; deviceId: number | null }>
  /** Address of the page that the tablet opens. */
  address: string
  /** The page that looks again whether the tablet is there. */
  reloadHref: string
}) {
  const { state, t } = props
  const place = `${state.unit} · ${state.desk}`
  if (state.deviceId !== null) {
    return (
      <section
        id="made-code"
        className={`${box.screen} ${styles.panel}`}
        aria-labelledby="code-title"
      >
        <h2 id="code-title">{t('devices.code.used')}</h2>
        <p>{t('devices.code.usedText', { place })}</p>
      </section>
    )
  }
  return (
    <section
      id="made-code"
      className={`${box.screen} ${styles.panel}`}
      aria-labelledby="code-title"
    >
      <h2 id="code-title">{t('devices.code.title', { place })}</h2>
      <p className={styles.code} translate="no">
        {groupCode(props.code)}
      </p>
      <p>{t('devices.code.until', { time: localTime(state.expiresAt) })}</p>
      <ol>
        <li>
          {t('devices.code.open')} <strong translate="no">{props.address}</strong>
        </li>
        <li>{t('devices.code.enter')}</li>
        <li>{t('devices.code.check')}</li>
      </ol>
      <p>
        <a href={props.reloadHref}>{t('devices.code.reload')}</a>
      </p>
    </section>
  )
}
