import { mostFields } from '@/domain/field'
import { readFieldFile } from '@/domain/field-file'
import { takeListFile } from '../../../list-file'
import { importPage } from '../kept-list'

/** Reads a list and leads to its preview; adds no field. */
export const POST = (request: Request): Promise<Response> =>
  takeListFile(request, {
    page: importPage,
    everywhere: true,
    draft: 'field-file',
    most: mostFields,
    read: readFieldFile,
  })
