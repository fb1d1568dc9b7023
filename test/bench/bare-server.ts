import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort, startNode } from '@/test/helpers/process'

const folder = resolve('test/bench/bare')
const next = resolve('node_modules/next/dist/bin/next')

export type BareServer = Readonly<{ port: number; stop: () => Promise<void> }>

/** Builds the bare app with the same Next and serves it in the same way as the real one. */
export async function startBareServer(): Promise<BareServer> {
  const build = startNode([next, 'build', '--webpack'], { NODE_ENV: 'production' }, folder)
  if ((await build.ended) !== 0) throw new Error(`The bare app does not build:\n${build.output()}`)
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'hai-long-bare-'))
  const server = startNode(
    [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    { NODE_ENV: 'production', BARE_DATABASE_URL: `file:${join(data, 'bare.db')}` },
    folder,
  )
  process.once('exit', () => server.child.kill('SIGKILL'))
  while (!server.output().includes('Ready')) {
    if (server.child.exitCode !== null) throw new Error(server.output())
    await new Promise((wait) => setTimeout(wait, 50))
  }
  const stop = async () => {
    server.child.kill('SIGTERM')
    await server.ended
    rmSync(data, { recursive: true, force: true })
  }
  return { port, stop }
}
