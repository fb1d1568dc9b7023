import { makeWord } from '@/components/paper/word'
import { readReport } from '@/db/rates/report'
import { getSnapshot } from '@/db/snapshots/list'
import { shortChecksum } from '@/domain/snapshot/snapshot'
import { type Asked, download } from '../download'

/** The report of a view as a Word file: as the figures stand now, or as they were closed (`?closing=`). */
export const GET = (request: Request): Promise<Response> =>
  download(request, 'report.docx', async (asked) => {
    const paper = asked.view.closing ? await readClosed(asked) : await readToday(asked)
    return paper && Uint8Array.from(await makeWord(...paper))
  })

type Paper = Parameters<typeof makeWord>

async function readToday({ scope, view, now }: Asked): Promise<Paper | null> {
  const report = await readReport(scope, { ...view, locale: 'vi' }, now)
  return report.ok ? [report.value] : null
}

/** Null where it can no longer be read. */
async function readClosed({ scope, view: { closing = '' } }: Asked): Promise<Paper | null> {
  const snapshot = await getSnapshot(scope, closing)
  if (!snapshot?.held) return null
  return [snapshot.held.report, { number: closing, checksum: shortChecksum(snapshot.checksum) }]
}
