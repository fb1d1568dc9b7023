import 'server-only'
import { createUser } from '@/db/accounts/new-users'
import { hasAdministrator } from '@/db/accounts/users'
import { ok, type Result } from '@/domain/problem'
import { hashPassword } from './password'
import { checkPassword, makePassword, type PasswordProblem } from './password-rules'

export type FirstAdmin = Readonly<{
  email: string
  /** Only where one was made here: it is printed once and kept nowhere. */
  generatedPassword?: string
}>

type FirstAdminProblem = PasswordProblem | 'email-taken'

/**
 * The first administrator, at the first unit; null where there is one already.
 * @param given password of the environment, if any
 * Problems: `password-short`, `password-long`, `password-common`.
 */
export async function createFirstAdmin(
  email: string,
  given: string | undefined,
  unitId: number,
  now: number,
): Promise<Result<FirstAdmin | null, FirstAdminProblem>> {
  if (await hasAdministrator()) return ok(null)
  const password = checkPassword(given ?? makePassword(), { own: [email] })
  if (!password.ok) return password
  const passwordHash = await hashPassword(password.value)
  const grant = { unitId, role: 'admin' } as const
  const made = await createUser(
    { email, name: email.split('@')[0] ?? email, passwordHash },
    grant,
    { actorId: null, actor: 'app' },
    now,
  )
  // Another process that starts on the same database may have been faster.
  if (!made.ok) return (await hasAdministrator()) ? ok(null) : made
  return ok(given === undefined ? { email, generatedPassword: password.value } : { email })
}
