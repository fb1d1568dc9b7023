import { mostUnits, readUnitFile } from '@/domain/unit-file'
import { takeListFile } from '../../../list-file'
import { importPage } from '../kept-list'

/** Reads a list and leads to its preview; adds no unit. */
export const POST = (request: Request): Promise<Response> =>
  takeListFile(request, {
    page: importPage,
    draft: 'unit-file',
    most: mostUnits,
    read: readUnitFile,
  })
