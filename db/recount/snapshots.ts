import 'server-only'
import type { Transaction } from '@libsql/client'
import { halfMonthOf } from '@/domain/period'
import type { SnapshotContent } from '@/domain/snapshot/snapshot'
import { parseSnapshot } from '@/domain/snapshot/stored-snapshot'
import { periodsOf } from '../snapshots/basis'
import { checksumOf } from '../snapshots/closing-content'
import type { OnFault, Versions } from './counts'
import { readOffice, recountSnapshot } from './snapshot'
import { CellCounts } from './snapshot-cells'

/**
 * Makes the figures of every snapshot again from the single responses and tally sheets it was made of, and looks
 * whether its text, its number and the chain of audit events still fit together. Answers how many there are.
 * Not made again: what is hidden, dossier statistics, comparisons between periods.
 */
export async function checkSnapshots(
  reader: Transaction,
  versions: Versions,
  onFault: OnFault,
): Promise<number> {
  await checkNumbers(reader, onFault)
  await checkEvents(reader, onFault)
  const { rows } = await reader.execute(
    'select id, number, last_seq, from_on, to_on from snapshots order by last_seq, id',
  )
  if (rows.length === 0) return 0
  const periods = rows.flatMap((row) => periodsOf({ from: String(row[3]), to: String(row[4]) }))
  const span = {
    first: Math.min(...periods.map(({ from }) => halfMonthOf(from))),
    last: Math.max(...periods.map(({ to }) => halfMonthOf(to))),
  }
  const office = { ...(await readOffice(reader)), versions: [...versions.values()] }
  const counts = new CellCounts(reader, versions, span)
  for (const row of rows) {
    const say: OnFault = (sentence) => onFault(`Snapshot ${row[1]}: ${sentence}`)
    const content = await openSnapshot(reader, Number(row[0]), say)
    if (!content) continue
    await counts.advanceTo(Number(row[2]))
    await recountSnapshot(reader, { ...office, counts }, content, say)
  }
  return rows.length
}

async function checkNumbers(reader: Transaction, onFault: OnFault): Promise<void> {
  const { rows } = await reader.execute(`select u.code, s.year, count(*), max(s.serial)
    from snapshots s join units u on u.id = s.unit_id group by s.unit_id, s.year
    having count(*) <> max(s.serial) or min(s.serial) <> 1`)
  for (const row of rows) {
    onFault(`Snapshots of ${row[0]}, ${row[1]}: ${row[2]} are there, numbered up to ${row[3]}.`)
  }
}

/** Each snapshot stands in the chain with its checksum, and each closing in the chain has its snapshot. */
async function checkEvents(reader: Transaction, onFault: OnFault): Promise<void> {
  const { rows } = await reader.execute(`
    with closings as (select seq, json_extract(detail, '$.snapshot') as number,
      json_extract(detail, '$.checksum') as checksum from audit_events where action = 'period-closed')
    select s.number, 'The chain of audit events has no closing with its checksum.' from snapshots s
      where not exists (select 1 from closings c where c.number = s.number and c.checksum = s.checksum)
    union all select c.number, 'It is missing; audit event ' || c.seq || ' says that it was made.' from closings c
      where not exists (select 1 from snapshots s where s.number = c.number)`)
  for (const row of rows) onFault(`Snapshot ${row[0]}: ${row[1]}`)
}

/** Its content, where the text fits the checksum and the columns beside it repeat what it says. */
async function openSnapshot(
  reader: Transaction,
  id: number,
  say: OnFault,
): Promise<SnapshotContent | null> {
  const { rows } = await reader.execute({
    sql: `select s.content, s.checksum, s.number, s.unit_id, c.code, s.from_on, s.to_on, s.closed_at, s.closed_by,
        s.last_seq from snapshots s join surveys c on c.id = s.survey_id where s.id = ?`,
    args: [id],
  })
  const [text, checksum, ...columns] = Array.from({ length: 10 }, (_, i) => rows[0]?.[i])
  if (checksumOf(String(text)) !== checksum) {
    say('Its text does not fit its checksum: it was changed.')
    return null
  }
  const content = parseSnapshot(String(text))
  if (!content) {
    say('It has a format that this version does not know, and could not be recounted.')
    return null
  }
  const { number, unit, survey, period, closedAt, closedBy, basis } = content
  const said = [number, unit.id, survey.code, period.from, period.to, Date.parse(closedAt)]
  if (columns.join('\n') !== [...said, closedBy.id, basis.lastSeq].join('\n')) {
    say('The columns beside its text say something else than the text.')
  }
  return content
}
