import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
// Its own way is to fetch this file from a network.
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } })

/** An image as a camera gives it, four bytes a pixel. */
export type Pixels = Readonly<{
  data: Uint8ClampedArray<ArrayBuffer>
  width: number
  height: number
}>

/** What a scanner reads in a picture (PNG, JPEG or pixels): the texts of all QR codes in it. */
export async function readQrCodes(picture: Uint8Array | Pixels): Promise<string[]> {
  const input =
    picture instanceof Uint8Array
      ? picture
      : ({ ...picture, colorSpace: 'srgb' } as unknown as ImageData)
  const found = await readBarcodes(input, { formats: ['QRCode'] })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}
