import { type Field, hasMembers } from '@/domain/field'
import type { Translate } from './i18n'

/** A field's name where figures and choices stand: that of a group beside its fields says that it is not their sum. */
export const fieldLabel = (field: Field, all: readonly Field[], t: Translate): string =>
  hasMembers(field, all) ? t('figures.row.ownField', { name: field.name }) : field.name
