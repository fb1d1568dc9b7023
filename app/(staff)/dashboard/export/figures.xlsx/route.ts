import { makeExcel } from '@/components/paper/excel'
import { readReport } from '@/db/rates/report'
import { download } from '../download'

/** The figures of a view as a workbook. */
export const GET = (request: Request): Promise<Response> =>
  download(request, 'figures.xlsx', async ({ scope, view, now }) => {
    const report = await readReport(scope, { ...view, locale: 'vi' }, now)
    return report.ok ? Uint8Array.from(await makeExcel(report.value)) : null
  })
