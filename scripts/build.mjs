import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runNode } from './child.mjs'
import { ensureInstalled, isMain, root, stop } from './install.mjs'

const rooms = ['app', 'auth', 'components', 'db', 'domain', 'lib', 'messages', 'public']
const loose = [
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'proxy.ts',
  'tsconfig.json',
]
const mark = join(root, '.next', 'built-from')

/** Whether `.next` was built from other sources than these. */
export const isStale = () => !existsSync(mark) || readFileSync(mark, 'utf8') !== hashOfSources()

/** Builds the app unless `.next` was built from exactly these sources. Stops when that fails. */
export async function buildWhenStale() {
  if (!isStale()) return
  process.stderr.write('Building the app (about a minute) …\n')
  const sources = hashOfSources()
  const { code, signal } = await runNode([join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (signal) process.exit(0)
  if (code !== 0) stop('The app could not be built; the lines above say why.')
  writeFileSync(mark, sources)
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version)
  for (const name of loose) addFile(hash, join(root, name))
  for (const room of rooms) addFolder(hash, join(root, room))
  return hash.digest('hex')
}

function addFolder(hash, folder) {
  if (!existsSync(folder)) return
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  for (const file of files.sort()) addFile(hash, file)
}

function addFile(hash, file) {
  if (existsSync(file))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
}

if (isMain(import.meta.url)) {
  ensureInstalled()
  await buildWhenStale()
}
