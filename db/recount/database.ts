import 'server-only'
import type { Transaction } from '@libsql/client'
import { verifyChain } from '../audit/chain'
import type { ChainHead } from '../audit/event'
import { database } from '../client'
import { isDamage } from '../start-checks'
import { checkComments } from './comments'
import { type OnFault, readVersions } from './counts'
import { checkInvalidations } from './invalidations'
import { checkSnapshots } from './snapshots'
import { recountTallies } from './tallies'

export type AuditReport = Readonly<{
  responses: number
  tallyCells: number
  snapshots: number
  chainHead: ChainHead
  faults: number
}>

/**
 * Checks everything the database promises: the file is whole, references lead somewhere, the tallies equal a full
 * recount, comments belong to responses, invalidations were decided as they must be, closed periods can be made again
 * from what they were made of, the chain of audit events holds. Works beside the running app, on one moment's state.
 * @param onFault called with a plain English sentence for each fault, as soon as it is found
 */
export async function auditDatabase(onFault: OnFault): Promise<AuditReport> {
  let faults = 0
  const note: OnFault = (sentence) => {
    faults++
    onFault(sentence)
  }
  const reader = await database().$client.transaction('read')
  try {
    const report = await checkAll(reader, note)
    return { ...report, faults }
  } catch (error) {
    if (!isDamage(error)) throw error
    note(`The file is damaged and cannot be read to its end (${error.message}).`)
    return { responses: 0, tallyCells: 0, snapshots: 0, chainHead: { seq: 0, hash: '' }, faults }
  } finally {
    reader.close()
  }
}

async function checkAll(reader: Transaction, onFault: OnFault) {
  await checkIntegrity(reader, onFault)
  await checkReferences(reader, onFault)
  await checkInvalidations(reader, onFault)
  const versions = await readVersions(reader)
  const { responses, cells } = await recountTallies(reader, versions, onFault)
  await checkComments(reader, versions, onFault)
  const snapshots = await checkSnapshots(reader, versions, onFault)
  return { responses, tallyCells: cells, snapshots, chainHead: await verifyChain(reader, onFault) }
}

async function checkIntegrity(reader: Transaction, onFault: OnFault): Promise<void> {
  const { rows } = await reader.execute('PRAGMA integrity_check')
  for (const row of rows) if (row[0] !== 'ok') onFault(`Integrity: ${row[0]}.`)
}

async function checkReferences(reader: Transaction, onFault: OnFault): Promise<void> {
  const { rows } = await reader.execute('PRAGMA foreign_key_check')
  for (const row of rows)
    onFault(`Row ${row[1]} of ${row[0]} refers to a missing row of ${row[2]}.`)
}
