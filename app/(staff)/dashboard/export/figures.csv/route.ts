import { figuresCsv } from '@/components/paper/figures-csv'
import { readReport } from '@/db/rates/report'
import { download } from '../download'

/** The figures of a view as lines for other programs. */
export const GET = (request: Request): Promise<Response> =>
  download(request, 'figures.csv', async ({ scope, view, now }) => {
    const report = await readReport(scope, { ...view, locale: 'vi' }, now)
    return report.ok ? [...figuresCsv(report.value)].join('') : null
  })
