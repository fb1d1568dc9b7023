import { importFields } from '@/db/units/field-import'
import { mostFields } from '@/domain/field'
import { type FieldLine, readFieldFile } from '@/domain/field-file'
import { fieldList as list } from '../../fields/addresses'
import type { ListKind } from '../../list-file'

export const fieldList: ListKind<FieldLine> = {
  page: '/dashboard/field-list/import',
  list,
  everywhere: true,
  draft: 'field-file',
  most: mostFields,
  read: readFieldFile,
  store: importFields,
}
