import 'server-only'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { getChainHead, isNoted } from '../audit/chain'
import { writeWithAudit } from '../audit/log'
import { rename, writeWhole } from './disk'

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

/** Called after each step; a test stops there as a power cut would. */
export type AfterStep = (step: string) => void

const planFile = () => join(env().dataDir, 'restore-under-way.json')

/** Writes down what is about to be done. */
export const writePlan = (plan: Plan): void => writeWhole(planFile(), JSON.stringify(plan))

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
  if (!(await isNoted('database-restored', 'id', plan.id))) {
    const head = await getChainHead()
    const detail = { ...plan.detail, id: plan.id, ontoSeq: head.seq }
    const event = { actorId: null, actor: 'restore', action: 'database-restored', detail } as const
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
