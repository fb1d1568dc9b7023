import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { secretFile } from '@/lib/env'
import { startApp } from '../app'
import { freePort, startNode } from '../process'

/** The built server with its proxy.ts, or without. */
export type Server = Readonly<{ origin: string; stop: () => Promise<void> }>

export async function startServer(dataDir: string, proxy: 'with' | 'without'): Promise<Server> {
  if (proxy === 'without') return startWithoutProxy(dataDir)
  const { origin, stop } = await startApp({ dataDir })
  return { origin, stop: async () => void (await stop()) }
}

/**
 * Starts the built server, without proxy.ts: from a copy of the build (links to its files) whose list of functions does not
 * name it. Nothing else differs.
 */
async function startWithoutProxy(dataDir: string): Promise<Server> {
  const root = copyBuildWithoutProxy()
  const port = await freePort()
  writeFileSync(secretFile(dataDir), 'a-secret-for-the-tests-of-access-alone')
  const next = resolve('node_modules/next/dist/bin/next')
  const { child, output, ended } = startNode(
    [next, 'start', root, '--hostname', '127.0.0.1', '--port', String(port)],
    { PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  )
  process.once('exit', () => child.kill('SIGKILL'))
  const origin = `http://localhost:${port}`
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${output()}`)
    await new Promise((passed) => setTimeout(passed, 100))
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(root, { recursive: true, force: true })
  }
  return { origin, stop }
}

const isReady = (origin: string) =>
  fetch(`${origin}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

function copyBuildWithoutProxy(): string {
  const root = mkdtempSync(join(tmpdir(), 'hai-long-without-proxy-'))
  linkAll(resolve('.'), root, ['.next', 'data', 'test'])
  linkAll(resolve('.next'), join(root, '.next'), ['server', 'cache', 'lock'])
  const server = join(root, '.next/server')
  linkAll(resolve('.next/server'), server, [functionsFile])
  const list: { functions: Record<string, unknown> } = JSON.parse(
    readFileSync(resolve('.next/server', functionsFile), 'utf8'),
  )
  if (!list.functions['/_middleware']) throw new Error('The build does not name proxy.ts.')
  const { '/_middleware': _, ...functions } = list.functions
  writeFileSync(join(server, functionsFile), JSON.stringify({ ...list, functions }))
  return root
}

const functionsFile = 'functions-config-manifest.json'

function linkAll(from: string, to: string, but: readonly string[]): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (!but.includes(name)) symlinkSync(join(from, name), join(to, name))
  }
}
