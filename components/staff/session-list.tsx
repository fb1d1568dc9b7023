import box from '@/components/ui/box.module.css'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { ActionForm } from './action-form'
import styles from './row-list.module.css'

type Shown = Readonly<{ idHash: string; createdAt: number; lastSeenAt: number }>

const action = '/dashboard/account/session'

/** Where the person is signed in, each to be ended; the one in use is named and ends by signing out. */
export function SessionList(props: {
  t: Translate
  sessions: readonly Shown[]
  current: string | null
}) {
  const { sessions, current, t } = props
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions.title')}</h2>
      <p>{t('account.sessions.note')}</p>
      <ul className={box.frame}>
        {sessions.map(({ idHash, createdAt, lastSeenAt }) => (
          <li key={idHash} className={styles.row}>
            <p>
              {t('account.sessions.since', { at: formatMoment(createdAt) })}
              <small>{t('account.sessions.seen', { at: formatMoment(lastSeenAt) })}</small>
            </p>
            {idHash === current ? (
              <strong>{t('account.sessions.current')}</strong>
            ) : (
              <ActionForm
                action={action}
                values={{ session: idHash }}
                label={t('account.sessions.end')}
                name={t('account.sessions.endNamed', { at: formatMoment(createdAt) })}
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActionForm
          action={action}
          values={{ session: 'others' }}
          label={t('account.sessions.endOthers')}
        />
      )}
    </section>
  )
}
