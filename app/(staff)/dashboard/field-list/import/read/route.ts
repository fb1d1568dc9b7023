import { takeListFile } from '../../../list-file'
import { fieldList } from '../field-list'

/** Reads a list and leads to its preview; adds no field. */
export const POST = (request: Request): Promise<Response> => takeListFile(request, fieldList)
