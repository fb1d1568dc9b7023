import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What stands for a part of an address that names one thing. */
const samples: Readonly<Record<string, string>> = {
  code: 'office',
  change: 'facts',
  id: '1',
  number: '1',
  '...nextauth': 'callback/credentials',
}

/** The address of every route handler that takes something in, read from the file tree: a new one is found by itself. */
export function listChangingRoutes(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/route.ts'))
    .filter((file) => /\b(POST|PUT|PATCH|DELETE)\b/.test(readFileSync(join('app', file), 'utf8')))
    .map(addressOf)
    .sort()
}

function addressOf(file: string): string {
  const parts = file
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.startsWith('('))
    .map((part) => {
      const name = /^\[(.*)\]$/.exec(part)?.[1]
      return name === undefined ? part : (samples[name] ?? 'x')
    })
  return `/${parts.join('/')}`
}
