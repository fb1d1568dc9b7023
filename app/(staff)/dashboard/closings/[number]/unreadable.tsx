import { Notice } from '@/components/ui/notice'
import type { Snapshot } from '@/db/snapshots/list'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { list } from '../addresses'

/** What is said of a closing that is damaged or of another release. */
export function Unreadable({ snapshot, locale }: { snapshot: Snapshot; locale: Locale }) {
  const t = translator(locale)
  const isDamaged = snapshot.state === 'damaged'
  return (
    <>
      <h1>{snapshot.number}</h1>
      <Notice
        tone="danger"
        title={t(isDamaged ? 'closings.one.damagedTitle' : 'closings.one.unknownTitle')}
      >
        <p>{t(isDamaged ? 'closings.one.damagedText' : 'closings.one.unknownText')}</p>
        <p>
          <a href={list}>{t('closings.one.all')}</a>
        </p>
      </Notice>
    </>
  )
}
