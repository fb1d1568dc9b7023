import writeExcelFile from 'write-excel-file/node'
import { templateAnswer } from '../template-answer'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The table to fill in, as a workbook. */
export const GET = (request: Request): Promise<Response> =>
  templateAnswer(request, { name: 'bieu-06-mau.xlsx', type }, async ({ header, fields }) => {
    const rows = [
      header.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
      ...fields.map((value) => [{ value }]),
    ]
    const columns = header.map((_, index) => ({ width: index === 0 ? 36 : 14 }))
    const sheet = writeExcelFile(rows, { columns, sheet: 'Biểu 06', stickyRowsCount: 1 })
    return new Uint8Array(await sheet.toBuffer())
  })
