import { AuditTable } from '@/components/staff/audit-table'
import { Notice } from '@/components/ui/notice'
import type { AuditPage } from '@/db/audit/list'
import type { AuditFilter } from '@/domain/audit-filter'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { path } from './address'
import { toLine } from './line'
import styles from './page.module.css'

/** A page of the log, and the ways to older and newer ones. */
export function Events(props: { page: AuditPage; filter: AuditFilter; locale: Locale }) {
  const { page, filter, locale } = props
  const t = translator(locale)
  const { before, ...rest } = filter
  const addressWith = (more: Record<string, string>) => {
    const chosen = Object.entries({ ...rest, ...more }).filter(([, value]) => value !== '')
    return `${path}?${new URLSearchParams(chosen)}`
  }
  return (
    <>
      {page.events.length === 0 && (
        <Notice>
          <p>{t('audit.empty')}</p>
        </Notice>
      )}
      {page.events.length > 0 && (
        <AuditTable
          label={t('audit.list')}
          lines={page.events.map((event) => toLine(event, locale))}
        />
      )}
      <p className={styles.pages}>
        {before !== null && <a href={addressWith({})}>{t('audit.newest')}</a>}
        {page.next !== null && (
          <a href={addressWith({ before: String(page.next) })}>{t('audit.older')}</a>
        )}
      </p>
    </>
  )
}
