import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { ErrorSummary } from '@/components/ui/error-summary'
import { getStaffDraft } from '@/db/accounts/staff-drafts'
import { longest } from '@/db/dossiers/changes'
import { listUnitsFor } from '@/db/units/units'
import { sayDossierProblem } from '@/lib/dossier-words'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { dossiersPath } from '../addresses'
import { longestYears } from '../period'
import type { KeptFile } from './kept-file'
import { Preview } from './store-form'
import { isFileProblem, UploadForm } from './upload-form'

type Props = PageProps<'/dashboard/dossiers/import'>

export const generateMetadata = titled('dossiers.import.title')

/** A file is sent, read and shown; stored only after that. */
export default async function ImportPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const units = await listUnitsFor(scope, 'dossiers')
  if (units.length === 0) notFound()
  const params = oneOfEach(await searchParams)
  const t = await requestWords()
  const now = Date.now()
  const draft = params.get('draft') ?? ''
  // The draft's own shape: nobody else writes this kind.
  const kept = (await getStaffDraft(scope, 'dossier-file', draft, now)) as KeptFile | null
  const asked = params.get('problem')
  const code = asked ?? (draft && !kept ? 'draft-gone' : null)
  return (
    <StaffPage scope={scope} t={t} current={dossiersPath}>
      {code && (
        <ErrorSummary
          title={t('dossiers.wrong')}
          items={[
            {
              href: placeOf(code),
              text: sayDossierProblem({ code, params: paramsOf(params) }, '', t),
            },
          ]}
        />
      )}
      <PageHead
        title={t('dossiers.import.title')}
        intro={t('dossiers.import.intro')}
        back={{ href: dossiersPath, label: t('dossiers.back') }}
      />
      {kept && <Preview scope={scope} draft={draft} kept={kept} units={units} t={t} />}
      {(!kept || kept.problems > 0) && (
        <UploadForm units={units} params={params} now={now} t={t} problem={kept ? null : asked} />
      )}
    </StaffPage>
  )
}

/** Where on the page a problem is mended. */
function placeOf(code: string): string {
  if (code === 'blank-reason' || code === 'too-long') return '#reason'
  if (isFileProblem(code) || code === 'draft-gone') return '#file'
  return periodProblems.includes(code) ? '#period' : '#main'
}

const periodProblems = [
  'not-a-period',
  'from-after-to',
  'no-such-period',
  'period-too-long',
  'not-begun',
]

const paramsOf = (params: URLSearchParams) => ({
  max: longest.reason,
  years: longestYears,
  from: params.get('from') ?? '',
  to: params.get('to') ?? '',
})
