import 'server-only'
import type { AnswerProblem } from '@/domain/answer'
import { type CorrectedTime, correctedTime } from '@/domain/clock'
import { splitComments } from '@/domain/comment'
import { canonicalContent, type Envelope } from '@/domain/envelope'
import { isAccepted, isBeforeItAll } from '@/domain/opening'
import { halfMonthOf, localDay } from '@/domain/period'
import { ok, type Problem, type Result, refused } from '@/domain/problem'
import { overallLevel, type ParsedAnswers, parseResponse } from '@/domain/response'
import { tallyCells } from '@/domain/tally'
import { DatabaseUnavailable, database } from '../client'
import { toStoredComment } from '../comments/intake'
import { hashContent } from '../content-key'
import { getSenderOf } from '../devices/devices'
import { type Door, getDoor } from '../surveys/doors'
import { getVersion } from '../surveys/surveys'
import { storeOnce } from './arrival-groups'
import type { Arrival } from './arrivals'
import { type Entry, placeOf } from './place'

type RecordProblem = AnswerProblem | 'unknown-door' | 'unknown-version' | DeviceProblem | 'closed'

/** A door of a device: no credential was shown, nobody's, one that has ended, or another device's. */
type DeviceProblem = 'device-required' | 'device-unknown' | 'device-revoked' | 'wrong-device'

export type Recorded =
  | Readonly<{ outcome: 'recorded' | 'replayed' | 'conflict' }>
  | Readonly<{ outcome: 'refused'; problems: readonly Problem<RecordProblem>[] }>

/** `office` for commands and pages that have checked who sends; a device shows its credential; else `public`. */
export type Sender = 'public' | 'office' | Readonly<{ credential: string }>

/**
 * Takes a response in: once, whatever is repeated, counted in the tallies in the same transaction.
 * A known id is answered before any refusal: `replayed` for the same content, else `conflict`.
 * @param now time of arrival in milliseconds
 * @throws DatabaseUnavailable when nothing could be stored; the sender tries again.
 */
export async function recordResponse(
  envelope: Envelope,
  now: number,
  sender: Sender = 'public',
): Promise<Recorded> {
  const entry = await findEntry(envelope, sender)
  if (!entry.ok) return refuseUnlessKnown(envelope.id, null, entry)
  const answers = parseAt(envelope, entry.value)
  const hash = answers.ok ? await hashContent(canonicalContent(envelope, answers.value)) : null
  const right = await checkSender(entry.value.door, sender)
  if (!right.ok) return refuseUnlessKnown(envelope.id, hash, right)
  if (!answers.ok || !hash) return refuseUnlessKnown(envelope.id, null, answers)
  const openings = openingsOf(entry.value)
  if (isBeforeItAll(openings, now)) return waitForClock(envelope.id, hash)
  const time = correctedTime({ ...envelope, receivedAt: now, openedAt: entry.value.door.openedAt })
  if (!isAccepted(openings, time.isDoubtful ? null : time.at, now)) {
    return refuseUnlessKnown(envelope.id, hash, refused({ code: 'closed' }))
  }
  const arrival = await arrivalOf(envelope, entry.value, answers.value, time)
  const isNew = await storeOnce({ ...arrival, receivedAt: now, contentHash: hash })
  return { outcome: isNew ? 'recorded' : await compareKnown(envelope.id, hash) }
}

async function arrivalOf(
  envelope: Envelope,
  entry: Entry,
  answers: ParsedAnswers,
  time: CorrectedTime,
): Promise<Omit<Arrival, 'receivedAt' | 'contentHash'>> {
  const { door, version } = entry
  const place = await placeOf(entry, answers)
  const answeredOn = localDay(time.at)
  const { counted, comments } = splitComments(version.definition, answers)
  return {
    ...place,
    id: envelope.id,
    versionId: version.rowId,
    doorId: door.id,
    unitId: door.unitId,
    locale: envelope.locale,
    startedAt: envelope.startedAt,
    answeredAt: envelope.answeredAt,
    sentAt: envelope.sentAt,
    clockOffset: envelope.clockOffset ?? null,
    answeredOn,
    halfMonth: halfMonthOf(answeredOn),
    clockDoubt: time.isDoubtful ? 1 : 0,
    answers: JSON.stringify(counted),
    cells: tallyCells(version.definition, counted, place),
    comments: comments.map(toStoredComment),
    level: overallLevel(version.definition, counted) ?? null,
  }
}

/** What a refused request gets after all: when its id is stored, it is a conflict and no refusal. */
export const isKnownResponse = async (id: string): Promise<boolean> =>
  (await storedHash(id)) !== null

async function findEntry(
  { door: code, surveyVersionId }: Envelope,
  sender: Sender,
): Promise<Result<Entry, RecordProblem>> {
  const door = await getDoor(code)
  const isThere = door && (sender === 'office' || door.kind === 'link' || door.kind === 'device')
  if (!isThere) return refused({ code: 'unknown-door' })
  const version = await getVersion(surveyVersionId)
  if (version?.surveyId !== door.surveyId) return refused({ code: 'unknown-version' })
  return ok({ door, version })
}

/** The door of a device takes only what this device sends, wherever it stands by now. */
async function checkSender(
  { kind, deviceId }: Door,
  sender: Sender,
): Promise<Result<null, DeviceProblem>> {
  if (sender === 'office' || kind !== 'device') return ok(null)
  if (sender === 'public') return refused({ code: 'device-required' })
  const device = await getSenderOf(sender.credential)
  if (!device) return refused({ code: 'device-unknown' })
  if (device.isRevoked) return refused({ code: 'device-revoked' })
  return device.id === deviceId ? ok(null) : refused({ code: 'wrong-device' })
}

const parseAt = (
  { answers }: Envelope,
  { door, version }: Entry,
): Result<ParsedAnswers, RecordProblem> => parseResponse(version.definition, answers, door.channel)

const openingsOf = ({ door, version }: Entry) => [
  ...door.openings,
  { openedAt: version.publishedAt, closedAt: version.closedAt },
]

async function refuseUnlessKnown(
  id: string,
  hash: Buffer | null,
  refusal: Result<unknown, RecordProblem>,
): Promise<Recorded> {
  const stored = await storedHash(id)
  if (stored) return { outcome: hash && stored.equals(hash) ? 'replayed' : 'conflict' }
  return { outcome: 'refused', problems: refusal.ok ? [] : refusal.problems }
}

/** A refusal would be for good, and a computer that woke up years ago by its clock would cost every tablet its queue. */
async function waitForClock(id: string, hash: Buffer): Promise<Recorded> {
  if (await isKnownResponse(id)) return { outcome: await compareKnown(id, hash) }
  throw new DatabaseUnavailable('the clock of this computer is behind what is stored')
}

async function compareKnown(id: string, hash: Buffer): Promise<'replayed' | 'conflict'> {
  const stored = await storedHash(id)
  // A replica may be behind; a conflict would be for good.
  if (!stored) throw new DatabaseUnavailable('what is stored cannot be read yet')
  return stored.equals(hash) ? 'replayed' : 'conflict'
}

async function storedHash(id: string): Promise<Buffer | null> {
  const sql = 'select content_hash from responses where id = ?'
  const { rows } = await database().$client.execute({ sql, args: [id] })
  const hash = rows[0]?.[0]
  return hash instanceof ArrayBuffer ? Buffer.from(hash) : null
}

/** When a stored response was answered by its sender's clock, or null for an unknown id. */
export async function getAnsweredAt(id: string): Promise<number | null> {
  const sql = 'select answered_at from responses where id = ?'
  const { rows } = await database().$client.execute({ sql, args: [id] })
  return rows[0] ? Number(rows[0][0]) : null
}
