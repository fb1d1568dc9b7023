import type { FileRow } from '@/domain/dossier/header'
import { ok, type Result, refused } from '@/domain/problem'
import { lengthen } from './table-limits'
import { readDateStyles } from './xlsx-dates'
import { readSheet } from './xlsx-sheet'
import { NotXml, walk } from './xml-walk'
import { NotAnArchive, openZip, UnpacksTooLarge } from './zip'

const largestUnpacked = 32 * 1024 * 1024

/**
 * The rows of a workbook's first sheet that have anything in them, numbers as numbers, days as `2026-03-31` and merged
 * cells as their first one; at most one more than `most`. Formulas count for the value that was last worked out.
 */
export async function readXlsxRows(
  bytes: Uint8Array,
  most: number,
): Promise<Result<readonly FileRow[], 'not-a-workbook' | 'unpacked-too-large'>> {
  try {
    const read = openZip(bytes, largestUnpacked)
    const sheet = await read(await findSheet(read))
    if (!sheet) return refused({ code: 'not-a-workbook' })
    const texts = await readTexts(await read('xl/sharedStrings.xml'))
    const dates = await readDateStyles(await read('xl/styles.xml'))
    return ok(await readSheet(sheet, { texts, dates }, most))
  } catch (error) {
    if (error instanceof UnpacksTooLarge) return refused({ code: 'unpacked-too-large' })
    if (error instanceof NotAnArchive || error instanceof NotXml) {
      return refused({ code: 'not-a-workbook' })
    }
    throw error
  }
}

type Read = ReturnType<typeof openZip>

/** Where the first sheet of the workbook lies. */
async function findSheet(read: Read): Promise<string> {
  const [workbook, links] = [
    await read('xl/workbook.xml'),
    await read('xl/_rels/workbook.xml.rels'),
  ]
  if (!workbook || !links) throw new NotAnArchive()
  let wanted = ''
  await walk(workbook, {
    open: (name, attributes) => {
      if (name === 'sheet' && wanted === '') wanted = attributes['r:id'] ?? idIn(attributes)
    },
  })
  let target = 'worksheets/sheet1.xml'
  await walk(links, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id === wanted && Target) target = Target
    },
  })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const idIn = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

/** The texts that cells point to; readings of Eastern characters are left out. */
async function readTexts(bytes: Uint8Array | null): Promise<string[]> {
  const texts: string[] = []
  if (!bytes) return texts
  let [isText, isReading] = [false, false]
  await walk(bytes, {
    open: (name) => {
      if (name === 'si') texts.push('')
      if (name === 'rPh') isReading = true
      isText = name === 't'
    },
    close: (name) => {
      if (name === 'rPh') isReading = false
      if (name === 'si') texts.push(texts.pop()?.trim() ?? '')
      isText = false
    },
    text: (text) => {
      if (!isText || isReading || texts.length === 0) return
      texts[texts.length - 1] = lengthen(texts[texts.length - 1] ?? '', text)
    },
  })
  return texts
}
