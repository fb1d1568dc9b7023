import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { ListUploadForm } from '@/components/staff/list-upload-form'
import { PageHead } from '@/components/staff/page-head'
import { administersEverything } from '@/domain/access'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { fieldList } from '../../fields/addresses'
import { UnitFrame } from '../../units/frame'
import { Outcome } from '../../units/outcome'
import { getKeptList, importPage } from './kept-list'
import { Preview } from './preview'

type Props = { searchParams: Promise<Query> }

const example = ['lĩnh vực;nhóm', 'Tư pháp;', 'Nuôi con nuôi;Tư pháp', 'Đất đai;']

export const generateMetadata = titled('fields.import.title')

/** A list of fields is sent, read and shown; stored only after that. */
export default async function FieldImportPage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (!administersEverything(scope)) notFound()
  const params = oneOfEach(await searchParams)
  const locale = await requestLocale()
  const t = translator(locale)
  const draft = params.get('draft') ?? ''
  const kept = await getKeptList(scope, draft, Date.now())
  if (draft && !kept && !params.has('problem')) params.set('problem', 'draft-gone')
  return (
    <UnitFrame scope={scope} locale={locale} current={fieldList}>
      <Outcome params={params} locale={locale} />
      <PageHead
        title={t('fields.import.title')}
        back={{ href: fieldList, label: t('fields.back') }}
        intro={t('fields.import.intro')}
      />
      {kept && <Preview scope={scope} draft={draft} kept={kept} locale={locale} />}
      <ListUploadForm
        action={`${importPage}/read`}
        format={t('fields.import.format')}
        example={example}
        note={t('fields.import.note')}
        locale={locale}
      />
    </UnitFrame>
  )
}
