import { listOpenFields } from '@/db/units/fields'
import { dossierParts } from '@/domain/dossier/dossier'
import { compareNames } from '@/domain/name-order'
import { dossierColumn } from '@/lib/dossier-words'
import { translator } from '@/lib/i18n'

/**
 * An empty table in the words that the import knows, its header first; Vietnamese, as the form it follows. Every row
 * begins with its field and has nothing else.
 */
export async function listTemplateRows(): Promise<{ header: string[]; fields: string[] }> {
  const t = translator('vi')
  const parts = dossierParts.filter((part) => part !== 'resolvedInTime')
  const names = (await listOpenFields()).map(({ name }) => name)
  return {
    header: [t('label.field'), ...parts.map((part) => dossierColumn(part, t))],
    fields: [...names.toSorted(compareNames), 'Tổng cộng'],
  }
}
