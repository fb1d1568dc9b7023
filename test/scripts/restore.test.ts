import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdWriterLock } from '@/db/lock'
import { runCommand } from '../helpers/process'

const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-drill-'))
const usb = join(dataDir, 'usb')
const run = (name: string, ...args: string[]) => runCommand(name, args, { DATA_DIR: dataDir })
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('the drill: back up, lose, restore, audit', { timeout: 120_000 }, async () => {
  await run('demo', '--responses', '300')
  expect((await run('backup', usb)).output).toContain('300 responses')
  const file = join(usb, readdirSync(usb).find((name) => name.endsWith('.db')) ?? '')
  await run('unit', 'add', 'x', 'Xã X')
  const release = await holdWriterLock(dataDir)
  const refused = await run('restore', file)
  release()
  expect(refused.code).toBe(3)
  expect(refused.output).toContain('Stop the app first')
  const restored = await run('restore', file)
  expect(restored.output).toContain('300 responses')
  expect(restored.output).toContain('not in the backup: unit-added × 1')
  expect(restored.code).toBe(0)
  const audit = await run('audit')
  expect(audit.output).toContain('Counted 300 responses')
  expect(audit.code).toBe(0)
})
