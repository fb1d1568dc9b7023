import { beginSetUp, confirmSetUp, secretToSetUp } from '@/auth/own-second-factor'
import { hashPassword } from '@/auth/password'
import { codeAt, stepAt } from '@/auth/totp'
import { write } from '@/db/client'
import type { Account } from '@/domain/access'

export const password = 'thuyền về bến cũ chiều mưa'

/** Gives the person this password; hashing costs time, so that it is done once a file. */
let kept: string | undefined
export async function givePassword({ userId }: Account): Promise<void> {
  kept ??= await hashPassword(password)
  await write([{ sql: 'update users set password_hash = ? where id = ?', args: [kept, userId] }])
}

/** The six digits that the person's app shows so many steps from now. */
export const shownBy = (secret: Buffer, steps = 0): string =>
  codeAt(secret, stepAt(Date.now()) + steps)

/** Sets the second factor up as the page does, with the code of the step before; answers secret and recovery codes. */
export async function setUp(account: Account, session = 'this') {
  await beginSetUp(account)
  const secret = await secretToSetUp(account)
  if (!secret) throw new Error('nothing to set up')
  const typed = { password, code: shownBy(secret, -1) }
  const made = await confirmSetUp(account, typed, session, Date.now())
  if (!made.ok) throw new Error(`not set up: ${made.problems[0]?.code}`)
  return { secret, codes: made.value }
}
