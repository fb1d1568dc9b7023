import { takeListFile } from '../../../list-file'
import { unitList } from '../unit-list'

/** Reads a list and leads to its preview; adds no unit. */
export const POST = (request: Request): Promise<Response> => takeListFile(request, unitList)
