import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireRight } from '@/auth/session'
import { ListUploadForm } from '@/components/staff/list-upload-form'
import { PageHead } from '@/components/staff/page-head'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { list } from '../../units/addresses'
import { UnitFrame } from '../../units/frame'
import { Outcome } from '../../units/outcome'
import { getKeptList, importPage } from './kept-list'
import { Preview } from './preview'

type Props = { searchParams: Promise<Query> }

const example = [
  'code;name;level;parent_code',
  '27703;Xã Tân Hiệp;xa;tinh-bd',
  '27703-1;Điểm số 1;office;27703',
]

export const generateMetadata = titled('offices.import.title')

/** A list of units is sent, read and shown; stored only after that. */
export default async function UnitImportPage({ searchParams }: Props) {
  const scope = await requireRight('administration')
  const params = oneOfEach(await searchParams)
  const locale = await requestLocale()
  const t = translator(locale)
  const draft = params.get('draft') ?? ''
  const kept = await getKeptList(scope, draft, Date.now())
  if (draft && !kept && !params.has('problem')) params.set('problem', 'draft-gone')
  return (
    <UnitFrame scope={scope} locale={locale}>
      <Outcome params={params} locale={locale} />
      <PageHead
        title={t('offices.import.title')}
        back={{ href: list, label: t('offices.one.back') }}
        intro={t('offices.import.intro')}
      />
      {kept && <Preview scope={scope} draft={draft} kept={kept} locale={locale} />}
      <ListUploadForm
        action={`${importPage}/read`}
        format={t('offices.import.format')}
        example={example}
        note={t('offices.import.levels')}
        locale={locale}
      />
    </UnitFrame>
  )
}
