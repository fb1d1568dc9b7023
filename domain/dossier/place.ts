import { tidy } from '../tidy-text'
import { isUnitCode, unitLevels } from '../unit'
import { fold } from './columns'
import {
  type FileContext,
  type NamedUnit,
  type Note,
  quoted,
  type RowSource,
  wordsOf,
} from './row-source'

export function parseUnit(
  cell: RowSource['cell'],
  context: FileContext,
  note: Note,
): NamedUnit | null {
  const code = wordsOf(cell('code'))
  if (code === '' && context.unit) return context.unit
  const words = wordsOf(cell('level')) || 'xa'
  const level = unitLevels.find((known) => known === words)
  if (code === '') note({ code: 'unit-missing' })
  else if (context.units && !context.units.has(code)) {
    note({ code: 'unknown-unit', params: quoted(code) })
    return null
  } else if (!isUnitCode(code)) note({ code: 'bad-unit-code', params: quoted(code) })
  if (!level) note({ code: 'bad-level', params: quoted(words) })
  if (code === '' || !level) return null
  return {
    code,
    name: tidy(wordsOf(cell('name'))) || null,
    level,
    parent: wordsOf(cell('parent')) || null,
  }
}

/** The code of the field, null for all of them, undefined where it is none. */
export function parseField(
  { cell, needsField }: RowSource,
  codes: ReadonlyMap<string, string>,
  note: Note,
): string | null | undefined {
  const text = wordsOf(cell('field'))
  if (/^(tong( cong| so)?|tat ca( linh vuc)?|tat ca cac linh vuc)$/.test(fold(text))) return null
  if (text === '') {
    if (needsField) note({ code: 'field-missing' })
    return needsField ? undefined : null
  }
  const code = codes.get(text) ?? codes.get(fold(text))
  if (code === undefined) note({ code: 'unknown-field', params: quoted(text) })
  return code
}
