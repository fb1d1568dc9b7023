import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** Arguments of node that run a program in TypeScript. */
export const typescript = ['--conditions=react-server', 'scripts/typescript.cjs']

const ours =
  /^(PORT|HOST|DATA_DIR|DATABASE_|NEXTAUTH_|ADMIN_|TRUSTED_PROXY_HOPS|NODE_ENV|NODE_OPTIONS)/

/** A process of its own, with what it has printed so far. */
export type Running = Readonly<{
  child: ChildProcess
  /** Everything printed so far, both streams. */
  output: () => string
  /** The exit code once it has ended; 128 and more for a signal. */
  ended: Promise<number>
}>

type Variables = Readonly<Record<string, string>>

/** Starts node without any of the app's variables but those given. */
export const startNode = (args: readonly string[], env: Variables, cwd = process.cwd()): Running =>
  start(process.execPath, args, env, cwd)

/** Runs a program in TypeScript as the commands are run. */
export const startTypeScript = (args: readonly string[], env: Variables): Running =>
  startNode([...typescript, ...args], env)

/** Starts any program in the same way. */
export function start(
  program: string,
  args: readonly string[],
  env: Variables,
  cwd = process.cwd(),
): Running {
  const child = spawn(program, [...args], {
    cwd,
    env: cleared(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed += chunk.toString('utf8')
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? (signal ? 143 : 1)))
  })
  return { child, output: () => printed, ended }
}

/** The environment without any of the app's variables but those given. */
export function cleared(variables: Variables): NodeJS.ProcessEnv {
  const kept = { ...process.env }
  for (const name of Object.keys(kept).filter((name) => ours.test(name))) delete kept[name]
  return { ...kept, ...variables }
}

/** Runs a command of `scripts/` to its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Readonly<{ code: number; output: string }>> {
  const running = startNode(['scripts/run.mjs', name, ...args], env)
  return { code: await running.ended, output: running.output() }
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
