import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import { lookAtSign } from '@/db/signs/look'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { readKeptForm } from '../../../refused-form'
import { StaffPage } from '../../../staff-page'
import { queryOf } from '../../addresses'
import { Outcome } from '../../outcome'
import { readSignFilter, viewOf } from '../sign-filter'
import { Found } from './propose-form'

type Props = PageProps<'/dashboard/signs/responses'>

export const generateMetadata = titled('signs.responses.title')

/** The responses behind a sign, or of one place and day, and the form that proposes to leave them out. */
export default async function ResponsesPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const t = await requestWords()
  const now = Date.now()
  const asked = oneOfEach(await searchParams)
  const { params, unitsById, ...filter } = await readSignFilter(scope, asked, t.locale, now)
  const view = viewOf(filter)
  if (!view) notFound()
  const key = params.get('sign') ?? `day.${params.get('source')}.${params.get('day')}`
  const look = await lookAtSign(scope, view, key, now)
  if (!look.ok && look.problems[0]?.code === 'not-found') notFound()
  const kept = await readKeptForm(scope, params, now)
  const query = queryOf(view)
  return (
    <StaffPage scope={scope} t={t} current="/dashboard/signs" filter={query}>
      <Outcome
        params={params}
        t={t}
        wrong="signs.wrong"
        anchorOf={(field) => (field === 'reason' ? field : 'responses')}
      />
      <p>
        <a className={box.touch} href={`/dashboard/signs?${query}`}>
          {t('signs.responses.back')}
        </a>
      </p>
      {look.ok ? (
        <Found look={look.value} units={unitsById} view={view} signKey={key} kept={kept} t={t} />
      ) : (
        <Nothing why={key.startsWith('day.') ? 'emptyDay' : 'gone'} t={t} />
      )}
    </StaffPage>
  )
}

function Nothing({ why, t }: { why: 'gone' | 'emptyDay'; t: Translate }) {
  return (
    <>
      <PageHead title={t('signs.responses.title')} />
      <Notice title={t(`signs.responses.${why}.title`)}>{t(`signs.responses.${why}.text`)}</Notice>
    </>
  )
}
