import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type App, startApp } from '@/test/helpers/app'
import { freePort } from '@/test/helpers/process'
import { signIn } from '@/test/helpers/sign-in'

/** What the server tells of itself since it was last asked; times in milliseconds, sizes in bytes. */
export type Watch = Readonly<{ longest: number; p99: number; rss: number; heapUsed: number }>

/** The app on data of its own, signed in as its administrator, with a watch on its event loop. */
export type WatchedApp = App &
  Readonly<{ cookie: string; watch: (collect?: boolean) => Promise<Watch> }>

/** @param dataDir data that are there already; else the app makes its own. */
export async function startWatchedApp(dataDir?: string): Promise<WatchedApp> {
  const port = await freePort()
  const watcher = `${pathToFileURL(resolve('test/bench/loop-watch.mjs'))}?port=${port}`
  const env = { NODE_OPTIONS: `--expose-gc --import=${watcher}` }
  const app = await startApp({ env, ...(dataDir ? { dataDir } : {}) })
  const watch = async (collect = false): Promise<Watch> =>
    (await (await fetch(`http://127.0.0.1:${port}/${collect ? 'collect' : ''}`)).json()) as Watch
  return { ...app, cookie: await signIn(app), watch }
}

/** Opens an address as the administrator to its last byte; answers the milliseconds. */
export async function open(app: WatchedApp, path: string): Promise<number> {
  const started = performance.now()
  const answer = await fetch(app.origin + path, {
    headers: { cookie: app.cookie },
    redirect: 'manual',
  })
  const body = await answer.text()
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 200)}`)
  return performance.now() - started
}
