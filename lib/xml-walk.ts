import sax from 'sax'
import { takeTurn } from './unhurried'

const pieceLength = 32 * 1024

/** What is open at once costs memory: a file of kilobytes unpacks to millions of elements in each other. */
const deepest = 100

export class NotXml extends Error {}

type Handlers = Readonly<{
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** Whether the rest is of no interest. */
  isDone?: () => boolean
}>

/** Goes through a document piece by piece, with a breath between them. Names come without their prefix. */
export async function walk(bytes: Uint8Array, handlers: Handlers): Promise<void> {
  const parser = sax.parser(true)
  let depth = 0
  parser.onopentag = ({ name, attributes }) => {
    if (++depth > deepest) throw new NotXml()
    handlers.open?.(local(name), attributes as Record<string, string>)
  }
  parser.onclosetag = (name) => {
    depth--
    handlers.close?.(local(name))
  }
  parser.ontext = (text) => handlers.text?.(text)
  parser.oncdata = (text) => handlers.text?.(text)
  parser.onerror = () => {
    throw new NotXml()
  }
  const decoder = new TextDecoder()
  for (let start = 0; start < bytes.length; start += pieceLength) {
    const piece = bytes.subarray(start, start + pieceLength)
    parser.write(decoder.decode(piece, { stream: true }))
    if (handlers.isDone?.()) return
    await takeTurn()
  }
  parser.close()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
