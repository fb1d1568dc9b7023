import box from '@/components/ui/box.module.css'
import { Fact } from '@/components/ui/fact'
import { fullSet, type Outlook } from '@/domain/disk-outlook'
import { formatBytes, formatCount } from '@/domain/number-format'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import rows from './row-list.module.css'
import styles from './server-facts.module.css'

type Props = Readonly<{
  t: Translate
  /** In bytes; undefined where the database is on a server. */
  disk: Readonly<{ free: number; used: number; outlook: Outlook }> | undefined
  /** In the newest copy; undefined where there is none. */
  responses: number | undefined
  version: string
  schema: string
  startedAt: number
}>

/** The machine that serves: room, size, what runs on it and since when. */
export function ServerFacts(props: Props) {
  const { t, disk, responses, version, schema, startedAt } = props
  return (
    <section className={rows.section} aria-labelledby="server">
      <h2 id="server">{t('health.facts.title')}</h2>
      <dl className={`${box.frame} ${styles.facts}`}>
        {disk && (
          <>
            <Fact name={t('health.facts.free')} small={outlookWords(disk.outlook, t)}>
              {formatBytes(disk.free, t.locale)}
            </Fact>
            <Fact
              name={t('health.facts.size')}
              small={
                responses === undefined
                  ? undefined
                  : t('health.facts.responses', { n: formatCount(responses, t.locale) })
              }
            >
              {formatBytes(disk.used, t.locale)}
            </Fact>
          </>
        )}
        <Fact name={t('health.facts.version')} small={t('health.facts.schema', { tag: schema })}>
          {version}
        </Fact>
        <Fact name={t('health.facts.started')}>{formatMoment(startedAt)}</Fact>
      </dl>
    </section>
  )
}

function outlookWords(outlook: Outlook, t: Translate): string {
  const n = 'n' in outlook ? formatCount(outlook.n, t.locale) : ''
  const days = 'days' in outlook ? outlook.days : ''
  return t(`health.lasts.${outlook.kind}`, { n, days, copies: fullSet })
}
