import { Notice } from '@/components/ui/notice'
import { readTabletWarnings } from '@/db/snapshots/closing-warnings'
import { listClosed } from '@/db/snapshots/list'
import type { Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import { formatDay, localDay } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import type { Shown } from '../../addresses'
import { closingHref } from '../addresses'
import styles from '../page.module.css'

/** What speaks for waiting: the period still runs, tablets hold answers, it was closed before. */
export async function ClosingWarnings(props: {
  scope: Scope
  view: Shown
  now: number
  t: Translate
}) {
  const { scope, view, now, t } = props
  const { waiting, silent } = await readTabletWarnings(scope, view.unit, now)
  const earlier = await listClosed(scope, view)
  const isRunning = localDay(now) <= view.to
  const count = (n: number) => formatCount(n, t.locale)
  const warnings = [
    ...(isRunning ? [t('closings.new.running', { day: formatDay(view.to) })] : []),
    ...(waiting.answers > 0
      ? [
          t('closings.new.waiting', {
            answers: count(waiting.answers),
            devices: count(waiting.devices),
          }),
        ]
      : []),
    ...(silent.devices > 0
      ? [t('closings.new.silent', { devices: count(silent.devices), hours: silent.hours })]
      : []),
    t('closings.new.late'),
  ]
  return (
    <Notice
      tone={warnings.length > 1 || earlier.length > 0 ? 'caution' : 'plain'}
      title={t('closings.new.before')}
    >
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
        {earlier.length > 0 && (
          <li>
            {t('closings.new.again')}{' '}
            {earlier.map(({ number }, index) => (
              <span key={number}>
                {index > 0 && ', '}
                <a href={closingHref(number)}>{number}</a>
              </span>
            ))}
          </li>
        )}
      </ul>
    </Notice>
  )
}
