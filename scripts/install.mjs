import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// Plain Node: this runs on a fresh clone, before any package is there.

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Stops with a sentence when Node is too old; installs the packages when they are not those of the lock file. */
export function ensureInstalled() {
  requireNode()
  if (isInstalled()) return
  process.stderr.write('Installing packages (once, needs the network) …\n')
  // A registry that lacks a package of some other system fails the strict way; the plain one passes over it.
  if (npm('ci') || npm('install', '--no-save')) return
  stop('The packages could not be installed; the lines above say why.')
}

function npm(...args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }
  return (
    spawnSync('npm', [...args, '--include=dev', '--no-audit', '--no-fund'], options).status === 0
  )
}

/** Ends the command with one plain sentence. Code 3: another process holds the data. */
export function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

/** Whether the file of `import.meta.url` is the one that node was asked to run. */
export const isMain = (url) =>
  process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(url)

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 9)) return
  stop(
    `This needs Node.js 20.9 or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  )
}

function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'))
  const wanted = packagesOf(join(root, 'package-lock.json'))
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !isWanted(path, entry)) return true
    return installed[path]?.version === entry.version
  })
}

// Optional packages are those of other processors and systems: npm leaves them out. A built image has no packages for
// development.
const isWanted = (path, entry) => {
  const isExtra = entry.optional || entry.devOptional || entry.peer
  const isForLater = entry.dev && process.env.NODE_ENV === 'production'
  return !(isExtra || isForLater) || existsSync(join(root, path))
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
