import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Entry = {
  version?: string
  resolved?: string
  engines?: { node?: string }
  optionalDependencies?: Record<string, string>
}
const packages: Record<string, Entry> = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
).packages

// npm leaves out what its registry lacks, and then refuses to install from the lock file it wrote.
test('the lock file names the packages for every system, so that `npm ci` works on each', () => {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(path, name)),
  )
  expect(missing).toEqual([])
})

test('the lock file names no registry', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([])
})

// npm warns of each that does not, at the first start of all.
test('every package takes Node.js 20, which the app asks for', () => {
  const takes20 = (range: string) =>
    range.split('||').some((one) => {
      const [, sign = '', major = ''] = /^\s*(\D*)(\d+)/.exec(one) ?? []
      return sign.startsWith('>') ? Number(major) <= 20 : major === '20' || major === ''
    })
  const others = Object.entries(packages).filter(
    ([, { engines }]) => engines?.node && !takes20(engines.node),
  )
  expect(others.map(([path, { engines }]) => `${path}: ${engines?.node}`)).toEqual([])
})

/** Whether the package at the path finds the other one, beside itself or further up. */
function isLocked(path: string, name: string): boolean {
  const folders = path.split('/node_modules/').map((_, depth, all) => all.slice(0, depth + 1))
  const places = folders.map((parts) => `${parts.join('/node_modules/')}/node_modules/${name}`)
  return [`node_modules/${name}`, ...places].some((place) => packages[place]?.version)
}
