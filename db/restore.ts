import 'server-only'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Backup, timeStamp } from '@/domain/backup'
import { env, fileOf } from '@/lib/env'
import { type AuditEvent, getChainHead, writeWithAudit } from './audit'
import { readBackup } from './backups'
import { database } from './client'
import { CopyFailed, checkCopy, copyDatabase } from './copy'
import { databaseBytes, freeBytes, rename, toDisk, writeWhole } from './disk'
import { newestMigration } from './releases'
import { StartRefused } from './start-checks'

/** What is under way, kept in the data folder until it is done: whoever opens the data next brings it to its end. */
type Plan = Readonly<{
  /** Tells this restore from others. */
  id: string
  /** The checked copy, beside the database. */
  stage: string
  target: string
  /** The old files and where they go, in this order. */
  moves: readonly (readonly [from: string, to: string])[]
  detail: Readonly<Record<string, string | number | null>>
}>

/** What is put in place, and where the old database is now; null where there was none. */
export type Restored = Readonly<{ backup: Checked; aside: string | null }>
type Checked = Awaited<ReturnType<typeof checkCopy>>

/** Called after each step; a test stops there as a power cut would. */
export type AfterStep = (step: string) => void

const planFile = () => join(env().dataDir, 'restore-under-way.json')

/**
 * Puts a checked copy in the database's place and moves the old one aside, for the holder of the writer's lock with
 * nothing open. Stopped at any moment, it leaves the old database as it was, or is brought to its end by the next start.
 * @throws StartRefused with a sentence where the copy is not fit; then nothing has changed.
 */
export async function restoreDatabase(
  file: string,
  now: number,
  afterStep: AfterStep = () => {},
): Promise<Restored> {
  const target = fileOf(env().databaseUrl)
  if (target === undefined) throw new StartRefused('The database is on a server.')
  if (file === target) throw new StartRefused('That is the database itself.')
  const stage = `${target}.restoring`
  const backup = await stageCopy(file, stage)
  afterStep('staged')
  const aside = join(dirname(target), `${timeStamp(now)}-replaced-${basename(target)}`)
  const moves = ['', '-wal', '-shm', '-journal']
    .filter((end) => existsSync(`${target}${end}`))
    .map((end) => [`${target}${end}`, `${aside}${end}`] as const)
  const { responses, auditSeq, auditHash } = backup
  const detail = { file: basename(file), responses, headSeq: auditSeq, headHash: auditHash }
  writeWhole(planFile(), JSON.stringify({ id: `${now}`, stage, target, moves, detail }))
  afterStep('planned')
  finishMoves(afterStep)
  return { backup, aside: moves.length > 0 ? aside : null }
}

/**
 * Brings the moves of a restore that was interrupted to their end; nothing to do without one. For the holder of the
 * writer's lock, before the database is opened.
 */
export function finishMoves(afterStep: AfterStep = () => {}): void {
  const plan = readPlan()
  // Without the stage the copy is in its place, and a log beside it is its own.
  if (!plan || !existsSync(plan.stage)) return
  for (const [from, to] of plan.moves) {
    if (existsSync(from) && !existsSync(to)) rename(from, to)
    afterStep('moved')
  }
  rename(plan.stage, plan.target)
  afterStep('placed')
}

/** Whether a restore was interrupted: until the next start nobody should read the database. */
export const isRestoreUnderWay = (): boolean => existsSync(planFile())

/**
 * Records a restore in the database it has put in place, once, and ends what may not come back to life with it:
 * sessions, links to set a password, codes for tablets. The database is open and has the newest schema.
 */
export async function recordRestore(now: number): Promise<void> {
  const plan = readPlan()
  if (!plan) return
  if (!(await isRecorded(plan.id))) {
    const head = await getChainHead()
    const detail = { ...plan.detail, id: plan.id, ontoSeq: head.seq }
    const event: AuditEvent = {
      actorId: null,
      actor: 'restore',
      action: 'database-restored',
      detail,
    }
    await writeWithAudit(
      [
        { sql: 'update sessions set ended_at = ? where ended_at is null', args: [now] },
        { sql: 'update password_links set ended_at = ? where ended_at is null', args: [now] },
        { sql: 'update enrolment_codes set expires_at = min(expires_at, ?)', args: [now] },
        'delete from comment_reveals',
      ],
      event,
      now,
    )
  }
  rmSync(planFile(), { force: true })
}

function readPlan(): Plan | undefined {
  if (!existsSync(planFile())) return undefined
  return JSON.parse(readFileSync(planFile(), 'utf8')) as Plan
}

async function isRecorded(id: string): Promise<boolean> {
  const { rows } = await database().$client.execute({
    sql: `select 1 from (select action, detail from audit_events order by seq desc limit 1000)
      where action = 'database-restored' and detail ->> 'id' = ?`,
    args: [id],
  })
  return rows.length > 0
}

/** Copies the file beside the database and checks what has arrived there. */
async function stageCopy(file: string, stage: string): Promise<Checked> {
  rmSync(stage, { force: true })
  if (!existsSync(file)) throw new StartRefused(`There is no file ${file}.`)
  if (freeBytes(dirname(stage)) < databaseBytes(file)) {
    throw new StartRefused(`There is too little room beside the database for ${file}.`)
  }
  try {
    // A database that was moved aside has its newest rows in the log beside it.
    if (existsSync(`${file}-wal`)) await copyDatabase(file, stage)
    else {
      copyFileSync(file, stage)
      toDisk(stage)
    }
    const found = await checkCopy(stage)
    requireFit(file, found)
    return found
  } catch (error) {
    rmSync(stage, { force: true })
    if (!(error instanceof CopyFailed)) throw error
    throw new StartRefused(`${file} cannot be restored: ${error.message}`)
  }
}

function requireFit(file: string, found: Checked): void {
  const told: Backup | undefined = readBackup(dirname(file), basename(file))
  const isTold = existsSync(`${file}.json`)
  if (isTold && told?.sha256 !== found.sha256) {
    throw new CopyFailed('unsound', 'it is not what the file beside it says (checksum).')
  }
  if (found.schemaAt > newestMigration().when) {
    throw new CopyFailed(
      'unsound',
      'it was made by a newer version of the app. Start that version.',
    )
  }
}
