import 'server-only'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Backup, parseManifest } from '@/domain/backup'
import { env } from '@/lib/env'
import { isNoted } from '../audit/chain'
import { writeWithAudit } from '../audit/log'
import { writeWhole } from './disk'

// `npm run backup` works beside the app and is not the writer: it leaves a note, and the app records it.

const notesFolder = () => join(env().dataDir, 'backups', 'to-record')

/** Leaves a note that a copy was made on somebody's wish, wherever it lies. */
export function noteAskedBackup(backup: Backup): void {
  mkdirSync(notesFolder(), { recursive: true, mode: 0o700 })
  writeWhole(join(notesFolder(), `${backup.sha256}.json`), JSON.stringify(backup))
}

/** Records the notes in the audit log, each once. */
export async function recordAskedBackups(now: number): Promise<void> {
  if (!existsSync(notesFolder())) return
  for (const name of readdirSync(notesFolder()).filter((one) => one.endsWith('.json'))) {
    const note = join(notesFolder(), name)
    const backup = readNote(note)
    // The process may have ended between the record and the note's end.
    const isNew = backup && !(await isNoted('backup-made', 'sha256', backup.sha256))
    if (isNew) await record(backup, now)
    rmSync(note)
  }
}

function readNote(note: string): Backup | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(note, 'utf8'))
    return parseManifest(value, String((value as Backup).file))
  } catch {
    return undefined
  }
}

async function record(backup: Backup, now: number): Promise<void> {
  const { kind, file, bytes, responses, sha256, madeAt } = backup
  const detail = { kind, file, bytes, responses, sha256, madeAt }
  await writeWithAudit([], { actorId: null, actor: 'backup', action: 'backup-made', detail }, now)
}
