import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'

/** Every part of an Office file as text, by its name. */
export function partsOf(file: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(file))
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The lines of a CSV file as another program reads them, by heading. */
export const readCsv = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, delimiter: ';', columns: true })
