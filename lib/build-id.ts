import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDevelopment } from './env'

let known: string | undefined

/** The id of the build that is being served; tablets keep one build whole. */
export function buildId(): string {
  known ??= isDevelopment
    ? 'development'
    : readFileSync(join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim()
  return known
}
