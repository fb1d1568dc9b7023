import { responsesCsv } from '@/components/paper/responses-csv'
import { openResponses } from '@/db/responses/export-rows'
import { download } from '../download'
import { streamText } from '../text-stream'

/** The single responses of a view, without identities and comments. */
export const GET = (request: Request): Promise<Response> =>
  download(request, 'responses.csv', async ({ scope, view }) => {
    const found = await openResponses(scope, view)
    return found.ok ? streamText(responsesCsv(found.value.versions, found.value.pages)) : null
  })
