import 'server-only'
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs'
import { setPriority } from 'node:os'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'

// A program of its own, in plain Node (with the condition react-server): reading a whole database would hold up whoever does it. It opens databases
// read-only: so it writes no row of the live one, and closes it without moving its write-ahead log.
//   copy FILE TARGET    copies FILE as it is at one moment to TARGET, which must not exist, and verifies the copy
//   check FILE          verifies FILE
//   since FILE SEQ      says what FILE has behind this audit event
// Prints one line of JSON; where it fails, {"fault", "message"} and exit code 1.

/** @typedef {import('@/domain/backup').BackupFacts} BackupFacts */

/** What is in order with a database, but not as it should be. */
class Unsound extends Error {}

const [task = '', file = '', argument = ''] = process.argv.slice(2)
try {
  process.umask(0o077)
  yieldToOthers()
  process.stdout.write(JSON.stringify(run()))
} catch (error) {
  process.stdout.write(JSON.stringify(explain(error)))
  process.exitCode = 1
}

function run() {
  if (task === 'copy') return copy(file, argument)
  if (task === 'check') return verify(file)
  if (task === 'since') return open(file, (database) => listSince(database, Number(argument)))
  throw new Error(`unknown task ${task}`)
}

/** @param {string} source @param {string} target */
function copy(source, target) {
  const before = open(source, (database) => {
    const counts = countRows(database)
    database.prepare('vacuum into ?').run(target)
    return counts
  })
  const facts = verify(target)
  if (facts.responses < before.responses || facts.auditSeq < before.auditSeq) {
    throw new Unsound('The copy has fewer rows than the original.')
  }
  toDisk(target)
  return facts
}

/** @param {string} path @returns {BackupFacts} */
function verify(path) {
  const facts = open(path, (database) => {
    const [fault] = all(database, 'pragma integrity_check(1)')
    if (fault?.integrity_check !== 'ok') throw new Unsound(String(fault?.integrity_check))
    const [stray] = all(database, 'pragma foreign_key_check')
    if (stray)
      throw new Unsound(`A row of ${stray.table} refers to a missing row of ${stray.parent}.`)
    return readFacts(database)
  })
  return { ...facts, ...hashOf(path) }
}

/** @param {Database.Database} database */
function readFacts(database) {
  const ours = all(
    database,
    "select name from sqlite_master where name in ('__drizzle_migrations', 'responses', 'audit_events')",
  )
  if (ours.length < 3) throw new Unsound('It is not a database of this app.')
  const { responses } = countRows(database)
  const [schema] = all(database, 'select max(created_at) as at from __drizzle_migrations')
  const [newest] = all(database, 'select max(received_at) as at from responses')
  const [head] = all(database, 'select seq, hash from audit_events order by seq desc limit 1')
  return {
    responses,
    newestResponseAt: newest?.at ?? null,
    auditSeq: head?.seq ?? 0,
    auditHash: head?.hash ?? '',
    schemaAt: Number(schema?.at ?? 0),
  }
}

/** @param {Database.Database} database */
function countRows(database) {
  const [row] = all(
    database,
    'select (select count(*) from responses) as responses, (select max(seq) from audit_events) as audit',
  )
  return { responses: Number(row?.responses), auditSeq: Number(row?.audit ?? 0) }
}

/** @param {Database.Database} database @param {number} seq */
function listSince(database, seq) {
  const { auditSeq } = countRows(database)
  const actions = all(
    database,
    `select action, count(*) as n from audit_events where seq > ${seq} group by action order by action`,
  )
  return {
    ...readFacts(database),
    auditSeq,
    actions: actions.map(({ action, n }) => ({ action, n })),
  }
}

/**
 * @template T
 * @param {string} path
 * @param {(database: Database.Database) => T} work
 * @returns {T}
 */
function open(path, work) {
  const database = new Database(`${pathToFileURL(path).href}?mode=ro`, { timeout: 5000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** @param {Database.Database} database @param {string} sql @returns {Record<string, any>[]} */
function all(database, sql) {
  return /** @type {any[]} */ (database.prepare(sql).all())
}

/** @param {string} path */
function hashOf(path) {
  const hash = createHash('sha256')
  const block = Buffer.allocUnsafe(1 << 20)
  const descriptor = openSync(path, 'r')
  let bytes = 0
  try {
    for (;;) {
      const read = readSync(descriptor, block)
      if (read === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(block.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(descriptor)
  }
}

/** VACUUM leaves its file to the system's cache; a good name is given only to what has reached the disk. @param {string} path */
function toDisk(path) {
  const descriptor = openSync(path, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function yieldToOthers() {
  try {
    setPriority(10)
  } catch {
    // Where the system has no such thing, the copy is made all the same.
  }
}

/** @param {unknown} error */
function explain(error) {
  const { message, code } = /** @type {Error & {code?: string}} */ (error)
  return { fault: faultOf(error, code ?? ''), message: String(message).split('\n')[0] }
}

/** @param {unknown} error @param {string} code @returns {import('@/domain/backup').BackupFault} */
function faultOf(error, code) {
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return 'disk-full'
  if (/^(SQLITE_CANTOPEN|SQLITE_READONLY|EACCES|EROFS|EPERM)/.test(code)) return 'not-writable'
  const isUnsound = error instanceof Unsound || /^SQLITE_(CORRUPT|NOTADB)/.test(code)
  return isUnsound ? 'unsound' : 'failed'
}
