import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { requireRight } from '@/auth/session'
import { ListImport } from '../../list-import'
import { Preview } from './preview'
import { unitList } from './unit-list'

type Props = { searchParams: Promise<Query> }

const example = [
  'code;name;level;parent_code',
  '27703;Xã Tân Hiệp;xa;tinh-bd',
  '27703-1;Điểm số 1;office;27703',
]

export const generateMetadata = titled('offices.import.title')

export default async function UnitImportPage({ searchParams }: Props) {
  const scope = await requireRight('administration')
  return (
    <ListImport
      {...{ scope, example }}
      query={searchParams}
      kind={unitList}
      of="offices"
      preview={(draft, kept) => <Preview scope={scope} draft={draft} kept={kept} />}
    />
  )
}
