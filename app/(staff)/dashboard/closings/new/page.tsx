import { randomUUID } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { readReport } from '@/db/rates/report'
import { listUnitsFor } from '@/db/units/units'
import { longestNote } from '@/domain/snapshot/snapshot'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { fill } from '@/lib/words'
import { readKeptForm } from '../../../refused-form'
import { StaffPage } from '../../../staff-page'
import { readView } from '../../view'
import { list, queryOfView } from '../addresses'
import styles from '../page.module.css'
import { ClosingFacts } from './closing-facts'
import { ClosingWarnings } from './closing-warnings'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('closings.new.title')

/** Says what will be stored, and what speaks against it, before a period is closed. */
export default async function NewClosingPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const locale = await requestLocale()
  const now = Date.now()
  const params = oneOfEach(await searchParams)
  const found = await readView(scope, params, now)
  if (!found.ok && found.problems[0]?.code === 'not-found') notFound()
  // What is wrong with the period is said where it can be chosen anew.
  if (!found.ok) redirect(`/dashboard?${params}`)
  const view = found.value
  const closable = await listUnitsFor(scope, 'closing')
  if (!closable.some(({ code }) => code === view.unit)) notFound()
  const report = await readReport(scope, { ...view, locale }, now)
  if (!report.ok) notFound()
  const kept = await readKeptForm(scope, params, now)
  const t = translator(locale)
  const { unit, survey, from, to } = view
  return (
    <StaffPage
      scope={scope}
      locale={locale}
      current={list}
      filter={queryOfView(view)}
      className={styles.page}
    >
      <Problem params={params} locale={locale} />
      <h1>{t('closings.new.title')}</h1>
      <ClosingFacts figures={report.value.total} locale={locale} />
      <ClosingWarnings scope={scope} view={view} now={now} locale={locale} />
      <FormCard
        title={t('closings.close')}
        note={t('closings.new.note')}
        action="/dashboard/closings/close"
      >
        {Object.entries({ unit, survey, from, to, request: randomUUID() }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          id="note"
          label={t('closings.new.remark')}
          maxLength={longestNote}
          defaultValue={kept?.get('note') ?? ''}
          autoComplete="off"
        />
        <div className={styles.actions}>
          <Button type="submit">{t('closings.new.submit')}</Button>
          <ButtonLink look="quiet" href={`/dashboard?${queryOfView(view)}`}>
            {t('closings.new.cancel')}
          </ButtonLink>
        </div>
      </FormCard>
    </StaffPage>
  )
}

function Problem({ params, locale }: { params: URLSearchParams; locale: Locale }) {
  const t = translator(locale)
  const words = lookUp(messagesFor(locale).problems, params.get('problem') ?? '')
  if (!words) return null
  const text = fill(words, { max: params.get('max') ?? '' })
  return <ErrorSummary title={t('closings.new.wrong')} items={[{ href: '#note', text }]} />
}
