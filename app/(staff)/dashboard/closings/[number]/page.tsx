import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { ClosingBand } from '@/components/report/closing-band'
import { ClosingSince } from '@/components/report/closing-since'
import { StaffFrame } from '@/components/staff/staff-frame'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readSince } from '@/db/snapshot-since'
import { getSnapshot, type Snapshot } from '@/db/snapshots'
import type { Locale } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'
import { inLanguage, requestPath } from '../../../address'
import { staffLinks } from '../../../links'
import { closingHref, list, paperHref, queryOfView } from '../addresses'
import styles from '../page.module.css'
import { StoredFigures } from '../stored-figures'

type Props = Readonly<{
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: numberOf(await params) }
}

/** A closed period: its figures as they were, and what has changed since. */
export default async function ClosingPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const snapshot = await getSnapshot(scope, numberOf(await params))
  if (!snapshot) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const path = await requestPath()
  const now = Date.now()
  const { held, unit, survey, period, number } = snapshot
  const query = queryOfView({ unit, survey, ...period })
  const since = held && (await readSince(scope, held, now))
  const isDone = (await searchParams).done === 'closed'
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, `${list}/${number}`, query)}
    >
      <div className={styles.page}>
        {isDone && (
          <div role="status">
            <Notice>
              <p>{t('closings.one.done')}</p>
            </Notice>
          </div>
        )}
        {!held && <Unreadable snapshot={snapshot} locale={locale} />}
        {held && (
          <>
            <ClosingBand
              content={held.content}
              checksum={snapshot.checksum}
              locale={locale}
              hrefFor={closingHref}
            >
              <ButtonLink href={paperHref(number)}>{t('closings.one.print')}</ButtonLink>
              <ButtonLink look="quiet" href={`/dashboard?${query}`}>
                {t('closings.one.today')}
              </ButtonLink>
              <ButtonLink look="quiet" href={`${list}?${new URLSearchParams({ unit })}`}>
                {t('closings.one.all')}
              </ButtonLink>
            </ClosingBand>
            {since ? (
              <ClosingSince since={since} asOf={now} locale={locale} />
            ) : (
              <Notice tone="caution">
                <p>{t('closings.since.gone')}</p>
              </Notice>
            )}
            <StoredFigures report={held.report} locale={locale} />
          </>
        )}
      </div>
    </StaffFrame>
  )
}

function Unreadable({ snapshot, locale }: { snapshot: Snapshot; locale: Locale }) {
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

/** As it stands in the address; what is no such text names no closing. */
function numberOf({ number }: { number: string }): string {
  try {
    return decodeURIComponent(number)
  } catch {
    return ''
  }
}
