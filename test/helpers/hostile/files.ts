import { parse } from 'csv-parse/sync'
import sax from 'sax'
import { partsOf } from '../files'

/** What is wrong with a file: a cell that a spreadsheet would run, a part that is no XML, a link to elsewhere. */
export function findFileHarm(name: string, bytes: Uint8Array): string[] {
  if (/\.csv$/.test(name)) return findFormulas(new TextDecoder().decode(bytes))
  return Object.entries(partsOf(bytes)).flatMap(([part, text]) =>
    /\.(xml|rels)$/.test(part) ? findXmlHarm(part, text) : [],
  )
}

/** Every cell of a CSV file, or every run of text of an Office file. */
export function textsIn(name: string, bytes: Uint8Array): string[] {
  if (/\.csv$/.test(name)) return cellsOf(new TextDecoder().decode(bytes))
  return Object.entries(partsOf(bytes))
    .filter(([part]) => part.endsWith('.xml'))
    .flatMap(([, text]) => blocksOf(text))
}

const cellsOf = (text: string): string[] =>
  (parse(text, { bom: true, delimiter: ';', relax_column_count: true }) as string[][]).flat()

function findFormulas(text: string): string[] {
  const cells = cellsOf(text).filter((cell) => !/^[−-][\d.,]+$/.test(cell))
  return cells
    .filter((cell) => /^[\s"\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) && cell.length > 1)
    .map((cell) => `a formula: ${cell.slice(0, 60)}`)
}

function findXmlHarm(part: string, text: string): string[] {
  const found: string[] = []
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    found.push(`${part}: ${error.message.split('\n')[0]}`)
    parser.resume()
  }
  parser.onopentag = ({ name, attributes }) => {
    if (/^(f|x:f)$/.test(name) && part.includes('worksheets/')) found.push(`${part}: a formula`)
    if (attributes.TargetMode === 'External') found.push(`${part}: leads to ${attributes.Target}`)
    if ('data-hit' in attributes || name === 'script') found.push(`${part}: an element ${name}`)
  }
  parser.ondoctype = () => found.push(`${part}: a document type`)
  parser.write(text).close()
  return found
}

/** The texts of paragraphs and cells, whatever runs they are cut into. */
function blocksOf(xml: string): string[] {
  const texts: string[] = []
  let open = 0
  const parser = sax.parser(true)
  const isBlock = (name: string) => /^(w:p|si|is|c)$/.test(name)
  parser.onopentag = ({ name }) => {
    if (isBlock(name) && open++ === 0) texts.push('')
  }
  parser.onclosetag = (name) => {
    if (isBlock(name)) open--
  }
  parser.ontext = (text) => {
    if (open > 0) texts[texts.length - 1] += text
  }
  parser.write(xml).close()
  return texts
}
