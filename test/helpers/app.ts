import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, start, startNode } from './process'
import { onSmallDisk } from './small-disk'

export const admin = { email: 'admin@localhost', password: 'chan-troi-mau-xanh-2026' }

/** The built production server with data of its own. */
export type App = Readonly<{
  /** `http://localhost:PORT`, without a slash at the end. */
  origin: string
  dataDir: string
  pid: number
  /** Everything it has printed so far. */
  output: () => string
  /** Asks it to end (SIGTERM) and answers its exit code; the data stay. */
  stop: () => Promise<number>
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
  /** Removes the data; stop it first. */
  remove: () => void
}>

type Options = Readonly<{
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** Started as people do, by npm; otherwise its command alone. */
  byNpm?: boolean
  /** Data of an earlier start; fresh ones otherwise. */
  dataDir?: string
  /** Its data on a disk of this size (`24m`) that it alone sees and that ends with it; see `viewOf`. */
  diskSize?: string
}>

/** What `npm run app` says: the words before `node` bound the memory as those behind it do. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { app: string } }
const [, before = '', command = ''] = /^exec env (.*?) node (.*)$/.exec(scripts.app) ?? []
const memory = Object.fromEntries(before.split(' ').map((word) => word.split('=')))

// Whatever becomes of the tests, no server is left behind.
const started = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

/** Starts the app on a free port by the same command people use, and waits until it serves. */
export async function startApp(options: Options = {}): Promise<App> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'hai-long-app-'))
  const port = await freePort()
  const variables = {
    ...memory,
    PORT: String(port),
    DATA_DIR: dataDir,
    ADMIN_PASSWORD: admin.password,
    ...options.env,
  }
  const args = options.args ?? []
  const running = options.byNpm
    ? start('npm', ['run', 'app', '--', ...args], variables)
    : startAlone([...command.split(' '), ...args], variables, options.diskSize)
  const { child, output, ended } = running
  const endWith = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  started.add(child)
  child.once('close', () => started.delete(child))
  await untilPrinted(running, 'is running')
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    pid: child.pid ?? 0,
    output,
    stop: () => endWith('SIGTERM'),
    kill: async () => void (await endWith('SIGKILL')),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

function startAlone(args: readonly string[], variables: Record<string, string>, size?: string) {
  if (size === undefined) return startNode(args, variables)
  const [program, ...rest] = onSmallDisk(variables.DATA_DIR ?? '', size, args)
  return start(program, rest, variables)
}

async function untilPrinted(running: ReturnType<typeof startNode>, words: string): Promise<void> {
  const { child, output } = running
  while (!output().includes(words)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The app did not start:\n${output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
