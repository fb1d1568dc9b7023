import type { ReactNode } from 'react'
import { oneOfEach, type Query } from '@/app/query'
import { ListUploadForm } from '@/components/staff/list-upload-form'
import { PageHead } from '@/components/staff/page-head'
import type { Scope } from '@/domain/access'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../staff-page'
import { getKeptFile, type KeptFile, type ListKind } from './list-file'
import { Outcome } from './outcome'

type Props<Line> = Readonly<{
  scope: Scope
  query: Promise<Query>
  kind: ListKind<Line>
  /** Whose words these are. */
  of: 'offices' | 'fields'
  example: readonly string[]
  /** What storing this draft would do. */
  preview: (draft: string, kept: KeptFile<Line>) => ReactNode
}>

const words = {
  offices: { back: 'offices.one.back', note: 'offices.import.levels' },
  fields: { back: 'fields.back', note: 'fields.import.note' },
} as const

/** A list is sent, read and shown; stored only after that. */
export async function ListImport<Line>({ scope, query, kind, of, example, preview }: Props<Line>) {
  const params = oneOfEach(await query)
  const t = await requestWords()
  const draft = params.get('draft') ?? ''
  const kept = await getKeptFile(scope, kind, draft, Date.now())
  if (draft && !kept && !params.has('problem')) params.set('problem', 'draft-gone')
  return (
    <StaffPage scope={scope} t={t} current={kind.list}>
      <Outcome params={params} t={t} />
      <PageHead
        title={t(`${of}.import.title`)}
        back={{ href: kind.list, label: t(words[of].back) }}
        intro={t(`${of}.import.intro`)}
      />
      {kept && preview(draft, kept)}
      <ListUploadForm
        action={`${kind.page}/read`}
        format={t(`${of}.import.format`)}
        example={example}
        note={t(words[of].note)}
        t={t}
      />
    </StaffPage>
  )
}
