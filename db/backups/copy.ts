import 'server-only'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { BackupFacts } from '@/domain/backup'
import type { BackupFault } from '@/domain/backup-schedule'

/** A copy could not be made or is not sound; the message is for the log. */
export class CopyFailed extends Error {
  constructor(
    readonly fault: BackupFault,
    message: string,
  ) {
    super(message)
  }
}

/** What a database has behind an event of its audit log. */
export type Since = Omit<BackupFacts, 'bytes' | 'sha256'> &
  Readonly<{ actions: readonly Readonly<{ action: string; n: number }>[] }>

/**
 * Copies a database as it is at one moment to a file that is not there yet, and verifies it. Works beside the one
 * that writes it. The name should be no good name yet: what is half-way stays there when the machine stops.
 * @throws CopyFailed
 */
export const copyDatabase = (file: string, target: string) =>
  runProgram<BackupFacts>('copy', file, target)

/** Whether a file is whole, its references lead somewhere and it is of this app; what stands in it. @throws CopyFailed */
export const checkCopy = (file: string) => runProgram<BackupFacts>('check', file)

/** What a database has behind an event; reads a log beside it too, and changes neither. @throws CopyFailed */
export const listSince = (file: string, auditSeq: number) =>
  runProgram<Since>('since', file, String(auditSeq))

// In a process of its own: SQLite is called synchronously and would hold up every request meanwhile.
function runProgram<T>(...args: string[]): Promise<T> {
  const program = join(process.cwd(), 'db/backups/copy-program.mjs')
  const child = spawn(process.execPath, ['--conditions=react-server', program, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new CopyFailed('failed', error.message)))
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(JSON.parse(printed) as T)
      reject(explain(printed, `The program that copies ended with ${signal ?? code}.`))
    })
  })
}

function explain(printed: string, otherwise: string): CopyFailed {
  try {
    const { fault, message } = JSON.parse(printed) as { fault: BackupFault; message: string }
    return new CopyFailed(fault, message)
  } catch {
    return new CopyFailed('failed', otherwise)
  }
}
