import { currentScope, entranceTo } from '@/auth/session'
import { doneBy, writeWithAudit } from '@/db/audit/log'
import { isUnavailable } from '@/db/client'
import { getUnit } from '@/db/units/units'
import { type Scope, unitsFor } from '@/domain/access'
import { dispositionOf, type FileKind } from '@/domain/file-name'
import { logFault } from '@/lib/log'
import { isForeignDownload } from '@/lib/request-origin'
import { seeOther, sentence } from '../../form-answer'
import { closingHref } from '../closings/addresses'
import { queryOf, type ReportView, readView, viewOfClosing } from '../view'

export type Asked = Readonly<{ scope: Scope; view: ReportView; now: number }>

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>

const types: Readonly<Record<FileKind, string>> = {
  'figures.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'figures.csv': 'text/csv; charset=utf-8',
  'responses.csv': 'text/csv; charset=utf-8',
  'report.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * Answers a request for a file: only to those who may export at the unit, only from the app's own pages, and noted in
 * the audit log before the first byte. `make` answers null where there is no such survey.
 */
export async function download(
  request: Request,
  kind: FileKind,
  make: (asked: Asked) => Promise<Body | null>,
): Promise<Response> {
  if (isForeignDownload(request)) return sentence(request, 403, 'not-found')
  const scope = await currentScope()
  const { searchParams } = new URL(request.url)
  // What is closed is a report; the other files are of the figures as they stand now.
  const closing = kind === 'report.docx' ? searchParams.get('closing') : null
  const home = closing ? closingHref(closing) : `/dashboard?${searchParams}`
  if (!scope) return seeOther(await entranceTo(home))
  if (unitsFor(scope, 'exports').size === 0) return sentence(request, 404, 'not-found')
  const now = Date.now()
  const view = closing
    ? await viewOfClosing(scope, closing)
    : await readView(scope, searchParams, now)
  if (!view.ok) {
    const code = view.problems[0]?.code ?? 'not-found'
    return sentence(request, code === 'not-found' ? 404 : 400, code)
  }
  if (!view.value.mayExport) return sentence(request, 404, 'not-found')
  const body = await make({ scope, view: view.value, now })
  if (body === null) return sentence(request, 404, 'not-found')
  try {
    await recordExport(scope, kind, view.value, now)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    logFault('export not noted for now', error)
    return sentence(request, 503, 'unavailable')
  }
  return new Response(body, {
    headers: {
      'content-type': types[kind],
      'content-disposition': dispositionOf(kind, view.value),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Who took what, with which filter; none of what was in it. */
async function recordExport(scope: Scope, kind: FileKind, view: ReportView, now: number) {
  const unit = await getUnit(view.unit)
  const isRows = kind === 'responses.csv'
  const event = doneBy(scope, {
    action: isRows ? ('responses-exported' as const) : ('figures-exported' as const),
    unitId: unit?.id ?? null,
    detail: { file: kind, filter: queryOf(view) },
  })
  await writeWithAudit([], event, now)
}
