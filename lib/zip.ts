import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)

type Entry = Readonly<{ method: number; size: number; packed: number; offset: number }>

/** Thrown for what is no zip archive, is encrypted or damaged. */
export class NotAnArchive extends Error {}
/** Thrown where an entry unpacks to more than is allowed, whatever the archive says of itself. */
export class UnpacksTooLarge extends Error {}

/**
 * The entries of a zip archive by name. Unpacking runs outside the event loop and ends at `maxBytes`, counted over
 * everything that is read out of the archive.
 */
export function openZip(bytes: Uint8Array, maxBytes: number) {
  const entries = readDirectory(bytes)
  let left = maxBytes
  return async (name: string): Promise<Uint8Array | null> => {
    const entry = entries.get(name)
    if (!entry) return null
    if (entry.size > left) throw new UnpacksTooLarge()
    const content = await unpack(bytes, entry, left)
    left -= content.byteLength
    return content
  }
}

async function unpack(bytes: Uint8Array, entry: Entry, most: number): Promise<Uint8Array> {
  const view = viewOf(bytes)
  if (entry.offset + 30 > bytes.length) throw new NotAnArchive()
  const start =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.byteLength !== entry.packed) throw new NotAnArchive()
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new NotAnArchive()
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    throw isTooLarge ? new UnpacksTooLarge() : new NotAnArchive()
  }
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new NotAnArchive()
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    if (name === undefined || extra === undefined || comment === undefined) throw new NotAnArchive()
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
    if (isEncrypted) throw new NotAnArchive()
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new NotAnArchive()
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
