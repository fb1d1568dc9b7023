import { currentScope } from '@/auth/session'
import { listOpenFields } from '@/db/units/fields'
import { unitsFor } from '@/domain/access'
import { dossierParts } from '@/domain/dossier/dossier'
import { compareNames } from '@/domain/name-order'
import { dossierColumn } from '@/lib/dossier-words'
import { translator } from '@/lib/i18n'
import { sentence } from '../../form-answer'

type Template = Readonly<{ header: string[]; fields: string[] }>

/** Answers with an empty table for those who enter dossiers; `make` writes it down. */
export async function templateAnswer(
  request: Request,
  file: Readonly<{ name: string; type: string }>,
  make: (table: Template) => string | Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const scope = await currentScope()
  if (!scope || unitsFor(scope, 'dossiers').size === 0) return sentence(request, 404, 'not-found')
  return new Response(await make(await readTemplate()), {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** In the words that the import knows, its header first; Vietnamese, as the form it follows. Every row begins with its field. */
async function readTemplate(): Promise<Template> {
  const t = translator('vi')
  const parts = dossierParts.filter((part) => part !== 'resolvedInTime')
  const names = (await listOpenFields()).map(({ name }) => name)
  return {
    header: [t('label.field'), ...parts.map((part) => dossierColumn(part, t))],
    fields: [...names.toSorted(compareNames), 'Tổng cộng'],
  }
}
