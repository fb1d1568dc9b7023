import { currentScope } from '@/auth/session'
import { unitsFor } from '@/domain/access'
import { byteOrderMark, csvLine } from '@/domain/csv'
import { sentence } from '../../../form-answer'
import { listTemplateRows } from '../template-rows'

/** The table to fill in, for whatever opens CSV. */
export async function GET(request: Request): Promise<Response> {
  const scope = await currentScope()
  if (!scope || unitsFor(scope, 'dossiers').size === 0) return sentence(request, 404, 'not-found')
  const { header, fields } = await listTemplateRows()
  const rows = [header, ...fields.map((name) => [name, ...header.slice(1).map(() => '')])]
  return new Response(byteOrderMark + rows.map(csvLine).join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="bieu-06-mau.csv"',
      'cache-control': 'private, no-store',
    },
  })
}
