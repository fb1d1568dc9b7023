import { currentScope } from '@/auth/session'
import { listFields } from '@/db/fields'
import { unitsFor } from '@/domain/access'
import { dossierParts } from '@/domain/dossier'
import { dossierColumn } from '@/lib/dossier-words'
import { messagesFor } from '@/lib/i18n'
import { sentence } from '../../../posted-form'

/** An empty table in the words that the import knows; Vietnamese, as the form it follows. */
export async function GET(request: Request): Promise<Response> {
  const scope = await currentScope()
  if (!scope || unitsFor(scope, 'dossiers').size === 0) return sentence(request, 404, 'not-found')
  const words = messagesFor('vi').dossiers
  const parts = dossierParts.filter((part) => part !== 'resolvedInTime')
  const names = (await listFields()).map(({ name }) => name)
  const lines = [
    [words.entry.field, ...parts.map((part) => dossierColumn(part, 'vi'))],
    ...[...names.toSorted((a, b) => a.localeCompare(b, 'vi')), 'Tổng cộng'].map((name) => [
      name,
      ...parts.map(() => ''),
    ]),
  ]
  const text = lines.map((cells) => cells.map(quote).join(';')).join('\r\n')
  return new Response(`\uFEFF${text}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="bieu-06-mau.csv"',
      'cache-control': 'private, no-store',
    },
  })
}

const quote = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
