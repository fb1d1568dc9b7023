import { DatabaseUnavailable, isUnavailable } from '@/db/client'
import { EnvError, env } from '@/lib/env'
import { closeOffice, openOffice, requireDatabase } from './office'
import { Stop } from './stop'

/** What one command does. Nothing is opened, locked or made before `read` has accepted the arguments. */
type Command<Input> = Readonly<{
  /** The line that is shown when the arguments are wrong. */
  usage: string
  /** Reads and checks the arguments and files; may `fail`. */
  read: () => Input | Promise<Input>
  run: (input: Input) => Promise<void>
}>

/** Runs a command that writes: alone (exit 3 while the app runs), on an up-to-date database. */
export const runWritingCommand = <Input>(command: Command<Input>): Promise<void> =>
  runCommand(command, openOffice)

/** Runs a command that only reads; it works beside the running app. */
export const runReadingCommand = <Input>(command: Command<Input>): Promise<void> =>
  runCommand(command, requireDatabase)

const runCommand = <Input>({ usage, read, run }: Command<Input>, open: () => Promise<void>) =>
  runGuarded(usage, async () => {
    const input = await read()
    await open()
    await run(input)
  })

/** Runs the work, ends with its sentence and exit code where it stops, and lets go of the database. */
export async function runGuarded(usage: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { sentence, exitCode } = explain(error, usage)
    process.stderr.write(`${sentence}\n`)
    process.exitCode = exitCode
  } finally {
    closeOffice()
  }
}

function explain(error: unknown, usage: string): { sentence: string; exitCode: number } {
  if (error instanceof Stop) return { sentence: error.message, exitCode: error.exitCode }
  if (error instanceof EnvError) return { sentence: error.message, exitCode: 1 }
  if (error instanceof DatabaseUnavailable) {
    const end = error.isDoubtful
      ? 'Look whether the change was made before you try again.'
      : 'Nothing was changed.'
    const sentence = `The database cannot be written (${error.message}). ${end}`
    return { sentence, exitCode: 1 }
  }
  if (isWrongArgument(error)) {
    return { sentence: `${error.message}\nUsage: ${usage}`, exitCode: 2 }
  }
  const damaged = explainDatabase(error)
  if (damaged) return { sentence: damaged, exitCode: 1 }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { sentence: `Unexpected fault, please report it.\n${trace}`, exitCode: 1 }
}

/** `parseArgs` of node:util throws these; their messages are plain sentences. */
const isWrongArgument = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')

function explainDatabase(error: unknown): string | undefined {
  for (let fault = error; fault instanceof Error; fault = fault.cause) {
    const code = 'code' in fault ? String(fault.code) : ''
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
      return `${env().databaseUrl} is damaged or not a database of this app. Nothing was changed.`
    }
    if (/^(SQLITE_(CANTOPEN|READONLY)|ConnectionFailed)/.test(code || fault.message)) {
      return `The database ${env().databaseUrl} cannot be opened or written. Look at its folder and rights.`
    }
    if (isUnavailable(fault)) {
      return `The database ${env().databaseUrl} cannot be reached (${fault.message}).`
    }
  }
  return undefined
}
