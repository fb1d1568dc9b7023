import { importUnits } from '@/db/units/import'
import { mostUnits, readUnitFile, type UnitLine } from '@/domain/unit-file'
import type { ListKind } from '../../list-file'
import { list } from '../../units/addresses'

export const unitList: ListKind<UnitLine> = {
  page: '/dashboard/unit-list/import',
  list,
  draft: 'unit-file',
  most: mostUnits,
  read: readUnitFile,
  store: importUnits,
}
