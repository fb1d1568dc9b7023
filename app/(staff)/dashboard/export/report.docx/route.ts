import { makeWord } from '@/components/paper/word'
import { readReport } from '@/db/rates/report'
import { download } from '../download'

/** The report of a view as a Word file. */
export const GET = (request: Request): Promise<Response> =>
  download(request, 'report.docx', async ({ scope, view, now }) => {
    const report = await readReport(scope, { ...view, locale: 'vi' }, now)
    return report.ok ? Uint8Array.from(await makeWord(report.value)) : null
  })
