import { byteOrderMark, csvLine } from '@/domain/csv'
import { templateAnswer } from '../template-answer'

const file = { name: 'bieu-06-mau.csv', type: 'text/csv; charset=utf-8' }

/** The table to fill in, for whatever opens CSV. */
export const GET = (request: Request): Promise<Response> =>
  templateAnswer(request, file, ({ header, fields }) => {
    const rows = [header, ...fields.map((name) => [name, ...header.slice(1).map(() => '')])]
    return byteOrderMark + rows.map(csvLine).join('')
  })
