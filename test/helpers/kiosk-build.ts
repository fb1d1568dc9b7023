import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What stands in the place of the files that the app was built with. */
export type OtherBuild = Readonly<{
  /** The path under which the server has this one; null where the other build has no such file. */
  pathOf: (path: string) => string | null
  /** The answer in the server's stead, or undefined where the server's own is taken and passed through `change`. */
  answer: (path: string) => Kept | undefined
  change: (path: string, body: Buffer) => Buffer | string
}>

type Kept = Readonly<{ headers: Record<string, string>; text: string | Buffer }>

/**
 * The build of the app as a deployment of another name: another id, every file under another name, and no file under any
 * name it had before. The code is the same.
 */
export function renamedBuild(id: string): OtherBuild {
  const folders = ['chunks', 'media'].map((folder) => `static/${folder}/`)
  return {
    pathOf: (path) => {
      if (!path.startsWith('/_next/static/')) return path
      const folder = folders.find((one) => path.startsWith(`/_next/${one}${id}.`))
      return folder ? path.replace(`${folder}${id}.`, folder) : null
    },
    answer: () => undefined,
    change: (path, body) => {
      if (path === '/build.js') return `self.build = ${JSON.stringify(id)}\n`
      if (!/^\/kiosk|\.(js|css)$/.test(path) || path === '/sw.js') return body
      return body
        .toString('utf8')
        .replaceAll(/data-build="[^"]*"/g, `data-build="${id}"`)
        .replaceAll(/(static\/(?:chunks|media)|\.\.\/media)\//g, `$1/${id}.`)
    },
  }
}

const fixtures = new URL('../fixtures/', import.meta.url)
const anyFont =
  'node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2'

/** A build of an earlier day, word for word as it was served (test/helpers/record-kiosk.mjs). */
export function recordedBuild(name: string): OtherBuild {
  const kept: Record<string, Kept> = JSON.parse(
    gunzipSync(readFileSync(new URL(`${name}.json.gz`, fixtures))).toString('utf8'),
  )
  const font = { headers: { 'content-type': 'font/woff2' }, text: readFileSync(anyFont) }
  return {
    pathOf: (path) => (path.startsWith('/_next/static/') ? null : path),
    answer: (path) => kept[path] ?? (path.endsWith('.woff2') ? font : undefined),
    change: (_, body) => body,
  }
}
