import writeExcelFile from 'write-excel-file/node'
import { currentScope } from '@/auth/session'
import { unitsFor } from '@/domain/access'
import { sentence } from '../../../form-answer'
import { listTemplateRows } from '../template-rows'

/** The table to fill in, as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const scope = await currentScope()
  if (!scope || unitsFor(scope, 'dossiers').size === 0) return sentence(request, 404, 'not-found')
  const { header, fields } = await listTemplateRows()
  const rows = [
    header.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
    ...fields.map((value) => [{ value }]),
  ]
  const columns = header.map((_, index) => ({ width: index === 0 ? 36 : 14 }))
  const sheet = writeExcelFile(rows, { columns, sheet: 'Biểu 06', stickyRowsCount: 1 })
  return new Response(new Uint8Array(await sheet.toBuffer()), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="bieu-06-mau.xlsx"',
      'cache-control': 'private, no-store',
    },
  })
}
