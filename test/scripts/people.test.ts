import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { verifyPassword } from '@/auth/password'
import { getUserByEmail } from '@/db/accounts/users'
import { closeDatabase, useDatabase } from '@/db/client'
import { listUnits } from '@/db/units/units'
import { openCommands } from '../helpers/commands'

const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-people-'))
const { run, end } = openCommands({ DATA_DIR: dataDir })
afterAll(() => {
  end()
  closeDatabase()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Looks at what the command left behind. */
async function look<T>(read: () => Promise<T>): Promise<T> {
  useDatabase(`file:${join(dataDir, 'hai-long.db')}`)
  const seen = await read()
  closeDatabase()
  return seen
}

test('wrong arguments are refused with the usage before anything is made', async () => {
  const wrong = [
    ['unit', 'add', 'only-a-code'],
    ['unit', 'add', 'mã có dấu', 'Xã A'],
    ['unit', 'add', 'a', 'Xã A', '--level', 'quận'],
    ['unit', 'add', 'a', 'X'.repeat(121)],
    ['user', 'add', 'no-address', '--role', 'viewer', '--unit', 'office'],
    ['user', 'add', 'a@example.vn', '--role', 'king', '--unit', 'office'],
    ['user', 'remove', 'a@example.vn'],
    ['demo', '--responses', 'many'],
    ['audit', '--fix'],
  ] as const
  for (const [name, ...args] of wrong) {
    const { code, output } = await run(name, ...args)
    expect([name, ...args, code]).toEqual([name, ...args, 2])
    expect(output).not.toMatch(/\n\s+at /)
  }
  await expect(look(listUnits)).rejects.toThrow()
}, 60_000)

test('units and people are added, each with a plain refusal the second time', async () => {
  expect((await run('unit', 'add', 'xa-a', 'Xã A', '--level', 'xa')).output).toContain('at the top')
  expect((await run('unit', 'add', 'to-1', 'Tổ 1', '--parent', 'xa-a')).code).toBe(0)
  expect((await run('unit', 'add', 'xa-a', 'Xã khác')).code).toBe(1)
  expect((await run('unit', 'add', 'xa-b', 'Xã B', '--parent', 'none')).code).toBe(1)
  const codes = (await look(listUnits)).map(({ code }) => code)
  expect(codes.toSorted()).toEqual(['office', 'to-1', 'xa-a'])

  const added = await run('user', 'add', 'Hoa@Example.vn', '--role', 'leader', '--unit', 'xa-a')
  const password = added.output.match(/Password {2}(\S+)/)?.[1] ?? ''
  const user = await look(() => getUserByEmail('hoa@example.vn'))
  expect(await verifyPassword(user?.passwordHash, password)).toBe(true)

  const again = await run('user', 'add', 'hoa@example.vn', '--role', 'clerk', '--unit', 'office')
  expect(again.output).toContain('is now also clerk')
  expect(again.output).not.toContain('Password')
  const unchanged = await look(() => getUserByEmail('hoa@example.vn'))
  expect(unchanged?.passwordHash).toBe(user?.passwordHash)
  expect(
    (await run('user', 'add', 'b@example.vn', '--role', 'viewer', '--unit', 'none')).code,
  ).toBe(1)
}, 60_000)
