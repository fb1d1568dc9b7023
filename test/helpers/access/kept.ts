import type Database from 'libsql'
import type { Capability } from '@/domain/access'
import { type Ask, send } from './ask'
import { emailOf, homeOf, isLetIn, type PersonName, reachOf, unitCodes } from './cast'
import { difference, plain } from './likeness'
import { codeOf, findForeign, nowhere, type Place } from './place'
import type { Visitor } from './walk'

/** Stands in everything that is kept for one person alone. */
export const secret = 'zqriêng'

/** Something that is kept for one person, under an id that is given away in an address. */
export type OwnThing = Readonly<{
  owner: PersonName
  /** What the owner sends, so that it is kept; the address to which the answer leads ends with its id. */
  keep: (home: Place) => Ask
  /** That somebody looked is written down. */
  isNoted?: true
  /** Every way in which the id may be named; the first shows the owner what was kept. */
  asks: (id: string, home: Place) => readonly [Ask, ...Ask[]]
}>

/** A file that is sent, then shown and stored; its lines name a unit, and besides one where the person may do this. */
export type Upload = Readonly<{
  needs: Capability
  page: string
  read: (named: string, home: Place) => Ask
  /** Besides a code that nothing has, what else must look the same as this. */
  same?: (named: string, home: Place) => Ask
}>

/**
 * Has the owner keep something, and everybody else ask for it by its id: they must be told what they are told of an id
 * that nothing has, nothing may be stored, and the owner still has it afterwards.
 */
export async function walkOwnThing(
  { owner, keep, asks, isNoted }: OwnThing,
  visitors: ReadonlyMap<PersonName, Visitor>,
): Promise<string[]> {
  const theirs = visitors.get(owner) as Visitor
  const home = theirs.office[homeOf(owner, 'administration')]
  const { location } = await send(theirs.origin, keep(home), theirs.cookie)
  const id = idIn(location)
  if (!id) return [`nothing is kept: ${location}`]
  const wrong: string[] = []
  for (const visitor of visitors.values()) {
    if (visitor.person === owner) continue
    const before = visitor.stored()
    for (const [index, ask] of asks(id, home).entries()) {
      const told = await tell(visitor, ask, [id])
      const unknown = 'x'.repeat(id.length)
      const strange = asks(unknown, home)[index] as Ask
      const said = await tell(visitor, strange, [unknown])
      if (told.seen !== said.seen)
        wrong.push(`${visitor.person}, ${ask.path}: ${difference(told.seen, said.seen)}`)
      if (told.all.includes(secret))
        wrong.push(`${visitor.person}, ${ask.path}: tells what was kept`)
    }
    if (visitor.stored() !== before && !isNoted)
      wrong.push(`${visitor.person} has stored something`)
  }
  const [first] = asks(id, home)
  const { text } = await send(theirs.origin, first, theirs.cookie)
  return text.includes(secret) ? wrong : [...wrong, 'the owner has it no more']
}

/** Ends each other's sessions by their names, which are known to nobody else; all of them must go on. */
export async function walkSessions(
  visitors: ReadonlyMap<PersonName, Visitor>,
  reader: Database.Database,
): Promise<string[]> {
  const wrong: string[] = []
  const all = [...visitors.values()].filter(({ person }) => isLetIn(person))
  for (const visitor of all) {
    const before = visitor.stored()
    for (const other of all) {
      if (other === visitor) continue
      for (const session of sessionsOf(reader, other.person)) {
        const ask = { path: '/dashboard/account/session', form: { session } }
        const { status } = await send(visitor.origin, ask, visitor.cookie)
        if (status !== 404) wrong.push(`${visitor.person} ends that of ${other.person}: ${status}`)
      }
    }
    if (visitor.stored() !== before) wrong.push(`${visitor.person} has stored something`)
  }
  return wrong
}

function sessionsOf(reader: Database.Database, person: PersonName): string[] {
  const sql = 'select id_hash from sessions s join users u on u.id = s.user_id where u.email = ?'
  return (reader.prepare(sql).all(emailOf(person)) as { id_hash: string }[]).map(
    (one) => one.id_hash,
  )
}

/** Sends files that name units out of the person's reach, in a line below one that is right, and tries to store them. */
export async function walkUpload(
  { needs, page, read, same }: Upload,
  visitor: Visitor,
): Promise<string[]> {
  const reach = reachOf(visitor.person, needs)
  if (reach.size === 0) return []
  const home = visitor.office[homeOf(visitor.person, needs)]
  const wrong: string[] = []
  for (const unit of unitCodes.filter((one) => !reach.has(one))) {
    const code = codeOf(unit)
    const told = await sendFile(visitor, page, read(code, home))
    const other = same ? same(code, home) : read(nowhere.unit, home)
    const said = await sendFile(visitor, page, other)
    const found = [
      ...(told.shown === said.shown ? [] : [difference(told.shown, said.shown)]),
      ...findForeign(told.all, reach, code).map((word) => `tells ${word}`),
      ...(told.isStored || said.isStored ? ['was stored'] : []),
    ]
    wrong.push(...found.map((what) => `${visitor.person}, ${page} with ${code}: ${what}`))
  }
  return wrong
}

/** What is shown of a file that was read, and whether it can be stored all the same. */
async function sendFile(visitor: Visitor, page: string, read: Ask) {
  const { origin, cookie, stored } = visitor
  const { status, location } = await send(origin, read, cookie)
  const draft = idIn(location)
  if (!draft) return { shown: `${status} ${location}`, all: '', isStored: false }
  const names = [draft, ...unitCodes.map(codeOf), nowhere.unit]
  const shown = await tell(visitor, { path: `${page}?draft=${draft}` }, names)
  const before = stored()
  const form = { draft, source: '', reason: '', seen: '' }
  const kept = await tell(visitor, { path: `${page}/store`, form }, names)
  return {
    shown: `${shown.seen}\n${kept.seen}`,
    all: shown.all + kept.all,
    isStored: stored() !== before,
  }
}

async function tell({ origin, cookie }: Visitor, ask: Ask, named: readonly string[]) {
  const answer = await send(origin, ask, cookie)
  return { seen: plain({ ask, named, answer }), all: answer.text }
}

/** The id at the end of the address to which the form led. */
const idIn = (location: string): string => /(?:draft|typed)=([\w-]+)/.exec(location)?.[1] ?? ''
