import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hashPassword } from '@/auth/password'
import { makePassword } from '@/auth/password-rules'
import { addGrant, createUser } from '@/db/accounts/new-users'
import { getUserByEmail } from '@/db/accounts/users'
import { getUnit } from '@/db/units/units'
import { type Role, roles } from '@/domain/access'
import { runWritingCommand } from './command'
import { fail } from './stop'

const usage = 'npm run user -- add EMAIL --role ROLE --unit CODE'

export default runWritingCommand({ usage, read, run: addUser })

type NewUser = Readonly<{ email: string; role: Role; unitCode: string }>

function read(): NewUser {
  const options = { role: { type: 'string' }, unit: { type: 'string' } } as const
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const [verb, email, ...rest] = positionals
  if (verb !== 'add' || !email || !values.unit || rest.length > 0) fail(`Usage: ${usage}`, 2)
  const role = roles.find((known) => known === values.role)
  if (!role) fail(`--role must be one of ${roles.join(', ')}.\nUsage: ${usage}`, 2)
  if (!z.email().safeParse(email).success && email !== 'admin@localhost') {
    fail(`"${email}" is not an e-mail address.`, 2)
  }
  return { email, role, unitCode: values.unit }
}

/** A new person gets a password that is printed once; one who is there already gets the role besides. */
async function addUser({ email, role, unitCode }: NewUser): Promise<void> {
  const by = { actorId: null, actor: 'user add' }
  const unit = await getUnit(unitCode)
  if (!unit) fail(`There is no unit with the code "${unitCode}". Make it with: npm run unit -- add`)
  const known = await getUserByEmail(email)
  if (known) {
    await addGrant({ userId: known.id, unitId: unit.id, role }, by, Date.now())
    process.stdout.write(`${known.email} is now also ${role} at ${unit.name}.\n`)
    return
  }
  const password = makePassword()
  const user = { email, name: email, passwordHash: await hashPassword(password) }
  const made = await createUser(user, { unitId: unit.id, role }, by, Date.now())
  if (!made.ok) fail(`Somebody with the e-mail ${email} was added at this very moment.`)
  process.stdout.write(
    `${email} can log in now, as ${role} at ${unit.name}.\n` +
      `  Password  ${password}   (shown this once only: hand it over and let nobody copy it)\n`,
  )
}
