import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { ClosingBand } from '@/components/report/closing-band'
import { ClosingSince } from '@/components/report/closing-since'
import { DoneNotice } from '@/components/staff/done-notice'
import { PageHead } from '@/components/staff/page-head'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getSnapshot, type Snapshot } from '@/db/snapshots/list'
import { readSince } from '@/db/snapshots/since'
import { unitsFor } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { queryOf } from '../../addresses'
import { closingHref, list, paperHref, wordHref } from '../addresses'
import { StoredFigures } from '../stored-figures'

type Props = PageProps<'/dashboard/closings/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: numberOf(await params) }
}

/** A closed period: its figures as they were, and what has changed since. */
export default async function ClosingPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const snapshot = await getSnapshot(scope, numberOf(await params))
  if (!snapshot) notFound()
  const t = await requestWords()
  const now = Date.now()
  const { held, unit, survey, period, number } = snapshot
  const query = queryOf({ unit, survey, ...period })
  const since = held && (await readSince(scope, held, now))
  const isDone = (await searchParams).done === 'closed'
  return (
    <StaffPage scope={scope} t={t} current={`${list}/${number}`} filter={query}>
      {isDone && <DoneNotice text={t('closings.one.done')} />}
      {!held && <Unreadable snapshot={snapshot} t={t} />}
      {held && (
        <>
          <ClosingBand
            content={held.content}
            checksum={snapshot.checksum}
            t={t}
            hrefFor={closingHref}
          >
            <ButtonLink href={paperHref(number)}>{t('closings.one.print')}</ButtonLink>
            {unitsFor(scope, 'exports').has(snapshot.unitId) && (
              <ButtonLink look="quiet" href={wordHref(number)}>
                {t('closings.one.word')}
              </ButtonLink>
            )}
            <ButtonLink look="quiet" href={`/dashboard?${query}`}>
              {t('closings.one.today')}
            </ButtonLink>
            <ButtonLink look="quiet" href={`${list}?${new URLSearchParams({ unit })}`}>
              {t('closings.one.all')}
            </ButtonLink>
          </ClosingBand>
          {since ? (
            <ClosingSince since={since} asOf={now} t={t} />
          ) : (
            <Notice tone="caution">{t('closings.since.gone')}</Notice>
          )}
          <StoredFigures report={held.report} t={t} />
        </>
      )}
    </StaffPage>
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

/** What is said of a closing that is damaged or of another release. */
function Unreadable({ snapshot, t }: { snapshot: Snapshot; t: Translate }) {
  const isDamaged = snapshot.state === 'damaged'
  return (
    <>
      <PageHead title={snapshot.number} />
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
