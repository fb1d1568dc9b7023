import { createRequire } from 'node:module'
import process from 'node:process'

// Runs commands of scripts/ as they are asked for over IPC, one after the other: their modules are loaded once.

const require = createRequire(import.meta.url)

process.on('message', async ([name = '', ...args]: readonly string[]) => {
  const node = process.argv[0] ?? ''
  process.argv = [node, name, ...args]
  process.exitCode = undefined
  const file = require.resolve(`../../scripts/${name}.ts`)
  // Forgotten, the same command runs anew.
  delete require.cache[file]
  const output = await catchOutput(() => require(file).default)
  process.send?.({ code: process.exitCode ?? 0, output })
  process.exitCode = undefined
})

/** What is printed meanwhile, both streams. */
async function catchOutput(work: () => Promise<unknown>): Promise<string> {
  let printed = ''
  const streams = [process.stdout, process.stderr]
  const writes = streams.map(({ write }) => write)
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array) => {
      printed += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
      return true
    }
  }
  try {
    await work()
  } finally {
    for (const [i, stream] of streams.entries()) stream.write = writes[i] as typeof stream.write
  }
  return printed
}
