import { createHash } from 'node:crypto'
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { startApp } from '@/test/helpers/app'
import { freePort, startNode } from '@/test/helpers/process'
import { openLedger } from './ledger'
import type { Outcome } from './outcome'

/** What may become of a file on a failing disk; each after a kill, so that a log that was not merged lies beside it. */
const harms: Readonly<Record<string, (file: string) => void>> = {
  'a page in the middle overwritten': (file) =>
    overwrite(file, Math.floor(statSync(file).size / 8192) * 4096),
  'the second page overwritten': (file) => overwrite(file, 4096),
  'the head overwritten': (file) => overwrite(file, 0),
  'cut off in the middle': (file) =>
    truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096),
}

/** A damaged database stops the start with a plain sentence, and not a byte of it or its log is changed. */
export async function damagedFiles(seed: number): Promise<Outcome> {
  const faults: string[] = []
  for (const [harm, damage] of Object.entries(harms)) {
    faults.push(...(await startOn(damage, seed)).map((fault) => `${harm}: ${fault}`))
  }
  const did = `${Object.keys(harms).join('; ')}: each with a log beside it`
  return { part: 'damaged file', did, faults }
}

async function startOn(damage: (file: string) => void, seed: number): Promise<string[]> {
  const app = await startApp()
  const ledger = openLedger(seed)
  for (let n = 0; n < 20; n++) await ledger.send(app.origin, ledger.next())
  await app.kill()
  damage(join(app.dataDir, 'hai-long.db'))
  const before = hashesOf(app.dataDir)
  const again = startNode(['scripts/app.mjs'], {
    DATA_DIR: app.dataDir,
    PORT: String(await freePort()),
  })
  const code = await again.ended
  const faults = [
    ...(code === 1 ? [] : [`exit code ${code}`]),
    ...(/is damaged\. It was left as it is/.test(again.output())
      ? []
      : [`said: ${again.output()}`]),
    ...(/\n\s+at /.test(again.output()) ? ['printed a stack'] : []),
    ...(hashesOf(app.dataDir) === before
      ? []
      : ['the files were changed', before, hashesOf(app.dataDir)]),
  ]
  app.remove()
  return faults
}

/** The database and its log; the index of the log (-shm) is made anew at every opening and holds nothing. */
const hashesOf = (dataDir: string): string =>
  readdirSync(dataDir)
    .filter((name) => /^hai-long\.db(-wal)?$/.test(name))
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(dataDir, name)))
          .digest('hex')}`,
    )
    .join(', ')

function overwrite(file: string, at: number): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(4096, 'damaged '), 0, 4096, at)
  closeSync(descriptor)
}
