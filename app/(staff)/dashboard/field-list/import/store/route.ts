import { storeListFile } from '../../../list-file'
import { fieldList } from '../field-list'

/** Adds every field that the preview showed, or none. */
export const POST = (request: Request): Promise<Response> => storeListFile(request, fieldList)
