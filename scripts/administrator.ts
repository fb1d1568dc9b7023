import { createFirstAdmin, type FirstAdmin } from '@/auth/first-admin'
import { getUnit } from '@/db/units/units'
import { env } from '@/lib/env'
import { fail } from './stop'

/** Makes the administrator of the first start and says so; silent when somebody can log in already. */
export async function ensureAdministrator(): Promise<void> {
  const { adminEmail, adminPassword } = env()
  const office = await getUnit('office')
  if (!office) throw new Error('The first start has made no unit "office".')
  const made = await createFirstAdmin(adminEmail, adminPassword, office.id, Date.now())
  if (!made.ok) {
    const isCommon = made.problems.some(({ code }) => code === 'password-common')
    fail(
      isCommon
        ? 'ADMIN_PASSWORD is one of those that are tried first. Choose another, or leave it empty and one is made.'
        : 'ADMIN_PASSWORD must have 15 to 256 characters.',
    )
  }
  if (made.value) process.stdout.write(`\n${words(made.value)}\n\n`)
}

function words({ email, generatedPassword }: FirstAdmin): string {
  const password = generatedPassword
    ? `${generatedPassword}   (shown this once only: write it down · chỉ hiện một lần này, xin ghi lại)`
    : 'the one given in ADMIN_PASSWORD'
  return `Người quản trị đã có thể đăng nhập · The administrator can log in now.\n  E-mail    ${email}\n  Password  ${password}`
}
