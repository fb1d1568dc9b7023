import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type App, admin, startApp } from '../helpers/app'
import { freePort, runCommand, startNode } from '../helpers/process'
import { signIn } from '../helpers/sign-in'

let apps: App[] = []
afterEach(async () => {
  for (const app of apps) {
    await app.stop()
    app.remove()
  }
  apps = []
})

async function started(options: Parameters<typeof startApp>[0] = {}): Promise<App> {
  const app = await startApp(options)
  apps.push(app)
  return app
}

/** Runs the start command where it is expected to refuse. */
async function refusal(env: Record<string, string>) {
  const running = startNode(['scripts/app.mjs'], env)
  return { code: await running.ended, output: running.output() }
}

const doorsOfCommune = {
  'an-phu-loi.mot-cham.1': 'kiosk-1',
  'an-phu-loi.lien-ket': 'desk-8',
  'an-phu-loi.sipas': 'sipas-22',
}

describe('npm run app', () => {
  test('serves a fresh installation and ends cleanly when asked to', async () => {
    const app = await started()
    for (const path of ['/', '/s/kiosk-1', '/kiosk', '/sign-in', '/api/health/ready']) {
      expect([path, (await fetch(app.origin + path)).status]).toEqual([path, 200])
      if (!path.startsWith('/api')) expect(app.output()).toContain(app.origin + path)
    }
    const secret = join(app.dataDir, 'nextauth-secret')
    expect(statSync(secret).mode & 0o777).toBe(0o600)
    expect(readFileSync(secret, 'utf8').trim().length).toBeGreaterThanOrEqual(32)
    expect(await app.stop()).toBe(0)
  })

  test('ends with npm, politely or not, and leaves nothing behind', async () => {
    const polite = await started({ byNpm: true })
    expect(await polite.stop()).toBe(0)
    await expect(fetch(polite.origin)).rejects.toThrow()
    const rude = await started({ byNpm: true, dataDir: polite.dataDir })
    await rude.kill()
    await expect
      .poll(
        () =>
          fetch(rude.origin).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 20_000 },
      )
      .toBe('gone')
  })

  test('prints a made password once, and it opens the door', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-first-'))
    const first = await started({ dataDir, env: { ADMIN_PASSWORD: '' } })
    const password = first.output().match(/Password {2}(\S+)/)?.[1] ?? ''
    expect(password.length).toBeGreaterThanOrEqual(15)
    const cookie = await signIn(first, { email: admin.email, password })
    const page = await fetch(`${first.origin}/dashboard`, {
      headers: { cookie },
      redirect: 'manual',
    })
    expect(page.status).toBe(200)
    await first.stop()
    const second = await started({ dataDir })
    expect(second.output()).not.toContain('Password')
  })

  test('fills the demonstration office, and the audit agrees with it', async () => {
    const app = await started({ args: ['--demo'] })
    for (const [code, survey] of Object.entries(doorsOfCommune)) {
      expect(app.output()).toContain(`${app.origin}/s/${code}`)
      const answer = await fetch(`${app.origin}/api/v1/surveys/${code}`)
      expect([code, ((await answer.json()) as { code: string }).code]).toEqual([code, survey])
    }
    expect(app.output()).not.toContain('/s/kiosk-1')
    const audit = await runCommand('audit', [], { DATA_DIR: app.dataDir })
    expect(audit.output).toContain('Counted 6000 responses')
    expect(audit.code).toBe(0)
  })
})

describe('one process alone', () => {
  test('lets nobody else write while it runs', async () => {
    const app = await started()
    const env = { DATA_DIR: app.dataDir, PORT: String(await freePort()) }
    const second = await refusal(env)
    expect(second.code).toBe(3)
    expect(second.output.toLowerCase()).toContain('stop the app first')
    const unit = await runCommand('unit', ['add', 'x', 'Xã X'], env)
    expect(unit.code).toBe(3)
    expect(unit.output.toLowerCase()).toContain('stop the app first')
    expect((await runCommand('audit', [], env)).code).toBe(0)
  })

  test('gives way after being killed', async () => {
    const app = await started()
    await app.kill()
    const again = await started({ dataDir: app.dataDir })
    expect((await fetch(`${again.origin}/api/health/ready`)).status).toBe(200)
  })
})

describe('npm run app refuses', () => {
  const parent = mkdtempSync(join(tmpdir(), 'hai-long-refused-'))
  const dataDir = join(parent, 'data')
  afterEach(() => {
    expect(existsSync(dataDir)).toBe(false)
  })

  test('a port that is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, output } = await refusal({ DATA_DIR: dataDir, PORT: String(port) })
    server.close()
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is already taken`)
  })

  test.each([
    ['PORT', '70000', 'PORT must be a whole number from 1 to 65535.'],
    ['ADMIN_PASSWORD', 'too-short', 'ADMIN_PASSWORD must be at least 15 characters long.'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be'],
    ['HOST', '203.0.113.7', 'HOST is 203.0.113.7, which is not an address of this machine.'],
  ])('a wrong %s', async (name, value, sentence) => {
    const port = String(await freePort())
    const { code, output } = await refusal({ DATA_DIR: dataDir, PORT: port, [name]: value })
    expect(output).toContain(sentence)
    expect(output).not.toMatch(/\n\s+at /)
    expect(code).toBe(1)
  })

  test('a data folder in a folder that is not there', async () => {
    const { code, output } = await refusal({ DATA_DIR: join(parent, 'missing', 'data') })
    expect(output).toContain('does not exist')
    expect(code).toBe(1)
  })

  test('a database that is none, and leaves it as it is', async () => {
    const other = mkdtempSync(join(tmpdir(), 'hai-long-damaged-'))
    const file = join(other, 'hai-long.db')
    writeFileSync(file, 'this is no database, but somebody may still want it')
    const port = String(await freePort())
    const { code, output } = await refusal({ DATA_DIR: other, PORT: port })
    expect(output).toContain('damaged')
    expect(code).toBe(1)
    expect(readFileSync(file, 'utf8')).toContain('somebody may still want it')
    rmSync(other, { recursive: true })
  })
})
