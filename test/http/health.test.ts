import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { signIn } from '../helpers/sign-in'

let app: App
let cookie: string
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-failing-'))
  // Where the folder of copies should be lies a file: no copy can be made.
  writeFileSync(join(dataDir, 'backups'), 'in the way')
  const hurried = `--import ${pathToFileURL('test/helpers/hurry.mjs')}`
  app = await startApp({ dataDir, env: { NODE_OPTIONS: hurried } })
  cookie = await signIn(app)
})
afterAll(async () => {
  await app.stop()
  app.remove()
})

const read = async (path: string) =>
  (await fetch(`${app.origin}${path}`, { headers: { cookie } })).text()

it('a backup that fails is told on the page about the system, with what to do, and on the way there', async () => {
  await expect.poll(() => app.output(), { timeout: 60_000 }).toContain('"event":"backup failed"')
  const page = await read('/dashboard/health')
  expect(page).toContain('Sao lưu không thành công')
  expect(page).toContain('Không ghi được vào thư mục sao lưu.')
  expect(page).toContain('Chưa có bản nào.')
  const hub = await read('/dashboard/setup')
  expect(hub).toContain('Sao lưu không thành công')
  expect(hub).toContain('href="/dashboard/health"')
})
