import { randomUUID } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { PageHead } from '@/components/staff/page-head'
import { TextField } from '@/components/staff/text-field'
import box from '@/components/ui/box.module.css'
import { Button, ButtonLink } from '@/components/ui/button'
import { readReport } from '@/db/rates/report'
import { listUnitsFor } from '@/db/units/units'
import { longestNote } from '@/domain/snapshot/snapshot'
import { requestWords } from '@/lib/request-locale'
import { readKeptForm } from '../../../refused-form'
import { StaffPage } from '../../../staff-page'
import { queryOf } from '../../addresses'
import { Outcome } from '../../outcome'
import { readView } from '../../view'
import { list } from '../addresses'
import { ClosingFacts } from './closing-facts'
import { ClosingWarnings } from './closing-warnings'

type Props = PageProps<'/dashboard/closings/new'>

export const generateMetadata = titled('closings.new.title')

/** Says what will be stored, and what speaks against it, before a period is closed. */
export default async function NewClosingPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const t = await requestWords()
  const now = Date.now()
  const params = oneOfEach(await searchParams)
  const found = await readView(scope, params, now)
  if (!found.ok && found.problems[0]?.code === 'not-found') notFound()
  // What is wrong with the period is said where it can be chosen anew.
  if (!found.ok) redirect(`/dashboard?${params}`)
  const view = found.value
  const closable = await listUnitsFor(scope, 'closing')
  if (!closable.some(({ code }) => code === view.unit)) notFound()
  const report = await readReport(scope, { ...view, locale: t.locale }, now)
  if (!report.ok) notFound()
  const kept = await readKeptForm(scope, params, now)
  const { unit, survey, from, to } = view
  return (
    <StaffPage scope={scope} t={t} current={list} filter={queryOf(view)}>
      <Outcome params={params} t={t} wrong="closings.new.wrong" anchorOf={() => 'note'} />
      <PageHead title={t('closings.new.title')} />
      <ClosingFacts figures={report.value.total} t={t} />
      <ClosingWarnings scope={scope} view={view} now={now} t={t} />
      <FormCard
        title={t('closings.close')}
        note={t('closings.new.note')}
        action="/dashboard/closings/close"
        values={{ unit, survey, from, to, request: randomUUID() }}
      >
        <TextField
          id="note"
          label={t('closings.new.remark')}
          maxLength={longestNote}
          defaultValue={kept?.get('note') ?? ''}
        />
        <div className={box.row}>
          <Button type="submit">{t('closings.close')}</Button>
          <ButtonLink look="quiet" href={`/dashboard?${queryOf(view)}`}>
            {t('closings.new.cancel')}
          </ButtonLink>
        </div>
      </FormCard>
    </StaffPage>
  )
}
