import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { DoneNotice } from '@/components/staff/done-notice'
import { DossierChoice } from '@/components/staff/dossier-choice'
import { PageHead } from '@/components/staff/page-head'
import { ErrorSummary } from '@/components/ui/error-summary'
import { getStaffDraft } from '@/db/accounts/staff-drafts'
import { listUnitsFor } from '@/db/units/units'
import { localDay } from '@/domain/period'
import { sayDossierProblem } from '@/lib/dossier-words'
import { lookUp, messagesFor } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { firstUnit, unitOptions } from '../../unit-options'
import { dossiersPath } from '../addresses'
import { chosenPeriod, readEntryPeriod } from '../period'
import { yearsUntil } from '../years'
import { Table } from './entry-table'
import { readKeptTable } from './kept-table'

export const generateMetadata = titled('dossiers.entry.title')

/** One unit's table for one period: to be typed, corrected or withdrawn. */
export default async function EntryPage({ searchParams }: PageProps<'/dashboard/dossiers/entry'>) {
  const scope = await requireStaff()
  const units = await listUnitsFor(scope, 'dossiers')
  const params = oneOfEach(await searchParams)
  const unit = params.has('unit')
    ? units.find(({ code }) => code === params.get('unit'))
    : firstUnit(units)
  if (!unit) notFound()
  const now = Date.now()
  const t = await requestWords()
  const today = localDay(now)
  const chosen = chosenPeriod(params, today)
  const isChosen = params.has('period') || params.has('from')
  const period = isChosen ? readEntryPeriod(chosen, today) : null
  const draft = await getStaffDraft(scope, 'dossier-table', params.get('draft') ?? '', now)
  return (
    <StaffPage scope={scope} t={t} current={dossiersPath}>
      {period && !period.ok && (
        <ErrorSummary
          title={t('dossiers.wrongPeriod')}
          items={period.problems.map((one) => ({
            href: '#period',
            text: sayDossierProblem(one, '', t),
          }))}
        />
      )}
      <DoneNotice text={lookUp(messagesFor(t.locale).dossiers.done, params.get('done') ?? '')} />
      <PageHead
        title={t('dossiers.entry.title')}
        back={{ href: dossiersPath, label: t('dossiers.back') }}
      />
      <DossierChoice
        action={`${dossiersPath}/entry`}
        t={t}
        units={unitOptions(units)}
        years={yearsUntil(today, chosen.year)}
        unit={unit.code}
        chosen={chosen}
        invalid={period !== null && !period.ok}
      />
      {period?.ok && (
        <Table
          unit={unit}
          period={period.value}
          t={t}
          kept={readKeptTable(draft, unit.code, period.value)}
          draft={params.get('draft') ?? ''}
          problem={params.get('problem')}
        />
      )}
    </StaffPage>
  )
}
