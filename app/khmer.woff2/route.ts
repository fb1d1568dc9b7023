import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connection } from 'next/server'

const file =
  'node_modules/@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2'

/** The font of fonts.ts at an address that a page of plain-answer.ts can know: the framework's changes with each build. */
export async function GET(): Promise<Response> {
  await connection()
  return new Response(await readFile(join(process.cwd(), file)), {
    headers: {
      'content-type': 'font/woff2',
      'cache-control': 'public, max-age=2592000',
      'x-content-type-options': 'nosniff',
    },
  })
}
