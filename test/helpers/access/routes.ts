import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every page and route handler of the app, by its file under `app/`. */
export const listRoutes = (): string[] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .sort()

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The methods that a route handler answers; a page answers GET. */
export function methodsOf(file: string): string[] {
  if (file.endsWith('page.tsx')) return ['GET']
  const text = readFileSync(join('app', file), 'utf8')
  return methods.filter((method) =>
    new RegExp(`export (async )?(function|const) ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(
      text,
    ),
  )
}
