import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { administersEverything } from '@/domain/access'
import { ListImport } from '../../list-import'
import { fieldList } from './field-list'
import { Preview } from './preview'

type Props = { searchParams: Promise<Query> }

const example = ['lĩnh vực;nhóm', 'Tư pháp;', 'Nuôi con nuôi;Tư pháp', 'Đất đai;']

export const generateMetadata = titled('fields.import.title')

export default async function FieldImportPage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (!administersEverything(scope)) notFound()
  return (
    <ListImport
      {...{ scope, example }}
      query={searchParams}
      kind={fieldList}
      of="fields"
      preview={(draft, kept) => <Preview scope={scope} draft={draft} kept={kept} />}
    />
  )
}
