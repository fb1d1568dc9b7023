import { walk } from './xml-walk'

/** The formats without a text of their own that show days; some only in versions for Eastern languages. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** The cell styles of a workbook in which a number is shown as a day: their places, as cells name them. */
export async function readDateStyles(bytes: Uint8Array | null): Promise<ReadonlySet<number>> {
  const dates = new Set<number>()
  if (!bytes) return dates
  const own = new Set<string>()
  let [place, isInCells] = [0, false]
  await walk(bytes, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt' && showsDay(formatCode)) own.add(numFmtId)
      if (name === 'cellXfs') isInCells = true
      if (name !== 'xf' || !isInCells) return
      if (own.has(numFmtId) || builtIn(Number(numFmtId))) dates.add(place)
      place++
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return dates
}

/** Whether day or year is asked for outside of words, colours and languages. */
const showsDay = (format: string): boolean =>
  /[dy]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''))
