import { storeListFile } from '../../../list-file'
import { unitList } from '../unit-list'

/** Adds every unit that the preview showed, or none. */
export const POST = (request: Request): Promise<Response> => storeListFile(request, unitList)
