import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { listSurveys } from '@/db/surveys/surveys'
import { env, secretFile } from '@/lib/env'
import { ownAddress, startWords } from './addresses'
import { ensureAdministrator } from './administrator'
import { runGuarded } from './command'
import { fillEmptyOffice } from './demonstration/fill'
import { doorsToTry } from './demonstration/plan'
import { checkAlone, checkFolder, openOffice } from './office'
import { requireFreePort } from './port'

// What `npm run app` does to the data before it serves; with --check only what could be refused.

const usage = 'npm run app [-- --demo]'

export default runGuarded(usage, async () => {
  const options = { demo: { type: 'boolean' }, check: { type: 'boolean' } } as const
  const { values } = parseArgs({ options })
  const { host, port, isHttps, stopDelay, stopLimit } = env()
  checkFolder()
  await checkAlone()
  await requireFreePort()
  if (values.check) return
  await openOffice()
  ensureSecret()
  await ensureAdministrator()
  if (values.demo) await fillDemo()
  process.send?.({
    host,
    port,
    isHttps,
    stopDelay,
    stopLimit,
    address: ownAddress(host),
    words: startWords(values.demo ? doorsToTry : (await listSurveys()).map(({ code }) => code)),
  })
})

/** Makes the key that signs sessions on the first start, readable by this user alone. */
function ensureSecret(): void {
  const { authSecret, dataDir } = env()
  const file = secretFile(dataDir)
  if (authSecret || existsSync(file)) return
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
}

async function fillDemo(): Promise<void> {
  const filled = await fillEmptyOffice()
  if (!filled) return
  process.stdout.write(
    `\nThe demonstration office is filled: ${filled.recorded.toLocaleString('en')} invented responses.\n`,
  )
}
