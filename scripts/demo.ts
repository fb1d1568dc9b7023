import { parseArgs } from 'node:util'
import { localDay } from '@/domain/period'
import { runWritingCommand } from './command'
import { fillOffice } from './demonstration/fill'
import { fail } from './stop'

const usage = 'npm run demo -- --responses N [--seed S]'

export default runWritingCommand({ usage, read, run: fill })

function read(): { n: number; seed: number } {
  const options = {
    responses: { type: 'string' },
    seed: { type: 'string', default: '1' },
  } as const
  const { values } = parseArgs({ options })
  const n = wholeNumber(values.responses)
  if (n === undefined || n < 1 || n > 1_000_000) {
    fail(`--responses must be a whole number from 1 to 1000000.\nUsage: ${usage}`, 2)
  }
  const seed = wholeNumber(values.seed)
  if (seed === undefined) fail(`--seed must be a whole number.\nUsage: ${usage}`, 2)
  return { n, seed }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

async function fill({ n, seed }: { n: number; seed: number }): Promise<void> {
  const startedAt = Date.now()
  const { recorded, known } = await fillOffice(n, seed, localDay(startedAt))
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(
    `The demonstration office has ${recorded} new responses (${known} were there already), in ${seconds} s.\n`,
  )
}
