import { type Answer, type Ask, asked, send } from './ask'
import { homeOf, isLetIn, type PersonName, people, type UnitCode, unitCodes } from './cast'
import { difference, type Given, plain } from './likeness'
import { type Line, mayAsk, reachFor } from './line'
import { findForeign, nowhere, type Office, type Place } from './place'

/** Somebody who asks a running server. */
export type Visitor = Readonly<{
  person: PersonName
  origin: string
  cookie: string
  office: Office
  /** A number that changes with everything that anybody stores. */
  stored: () => number
}>

/** A line of the table with the file that it is of. */
export type RouteLine = Readonly<{ route: string; line: Line }>

const atOnce = 6

/** Asks for all that the person may not have; answers what went otherwise than the table says. */
export async function walkRefused(visitor: Visitor, all: readonly RouteLine[]): Promise<string[]> {
  const before = visitor.stored()
  const wrong = await eachOf(all, atOnce, (one) => askRefused(visitor, one))
  return visitor.stored() === before ? wrong : [...wrong, ...(await findStoring(visitor, all))]
}

/** Gets every page and file that the person may have. */
export const walkPermitted = (visitor: Visitor, all: readonly RouteLine[]): Promise<string[]> =>
  eachOf(all, atOnce, async ({ route, line }) => {
    if (line.kind === 'form' || line.once === 'never') return []
    const wrong: string[] = []
    for (const unit of targetsOf(visitor.person, line)) {
      if (!mayAsk(visitor.person, line, unit)) continue
      const given = await ask(visitor, line, visitor.office[unit])
      const { status, location } = given.answer
      const found = foreignIn(visitor, line, given)
      if (status !== 200) found.push(`${status} ${location} instead of 200`)
      wrong.push(...found.map((what) => sentence(visitor, route, given.ask, what)))
    }
    return wrong
  })

async function askRefused(visitor: Visitor, { route, line }: RouteLine): Promise<string[]> {
  const { person, office } = visitor
  const refused = targetsOf(person, line).filter((unit) => !mayAsk(person, line, unit))
  if (refused.length === 0) return []
  const strange = line.names === 'nothing' ? null : await ask(visitor, line, nowhere)
  const wrong: string[] = []
  for (const unit of refused) {
    const given = await ask(visitor, line, office[unit])
    const found = [...judgeRefusal(visitor, line, given, strange)]
    wrong.push(...found.map((what) => sentence(visitor, route, given.ask, what)))
  }
  return wrong
}

/** Which of them it was that stored something although it was refused. */
async function findStoring(visitor: Visitor, all: readonly RouteLine[]): Promise<string[]> {
  const wrong: string[] = ['somebody who was refused has stored something:']
  for (const one of all) {
    const before = visitor.stored()
    await askRefused(visitor, one)
    if (visitor.stored() !== before) wrong.push(`${visitor.person}, ${one.route}`)
  }
  return wrong
}

/** Works on so many of them at the same time; their answers in one list. */
async function eachOf<T>(
  all: readonly T[],
  most: number,
  work: (one: T) => Promise<string[]>,
): Promise<string[]> {
  const left = [...all]
  const found: string[] = []
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) found.push(...(await work(next)))
  }
  await Promise.all(Array.from({ length: most }, worker))
  return found
}

const sentence = ({ person }: Visitor, route: string, sent: Ask, what: string) =>
  `${person}, ${route}: ${what} (${asked(sent).slice(0, 200)})`

/** Does what the person may do, at the unit of their role and the one below; answers what was refused all the same. */
export async function carryOut(visitor: Visitor, { route, line }: RouteLine): Promise<string[]> {
  const { person, office, stored } = visitor
  if (line.kind !== 'form' || line.once === 'never') return []
  const wrong: string[] = []
  const home = homeFor(person, line)
  const isBelow = home === 'own' && line.names === 'unit' && !line.once
  const units = isBelow ? ([home, 'child'] as const) : [home]
  for (const unit of units.filter((one) => mayAsk(person, line, one))) {
    const before = stored()
    const given = await ask(visitor, line, office[unit])
    const { status, location } = given.answer
    const problem = new URL(location, 'http://here.invalid').searchParams.get('problem')
    const isDone = status === 303 && !location.startsWith('/sign-in')
    const found = foreignIn(visitor, line, given)
    if (!isDone || (problem && !line.quiet)) found.push(`${status} ${location}`)
    else if (!line.quiet && stored() === before) found.push('nothing was stored')
    wrong.push(...found.map((what) => sentence(visitor, route, given.ask, what)))
  }
  return wrong
}

async function ask(
  { person, office, origin, cookie }: Visitor,
  line: Line,
  named: Place,
): Promise<Given> {
  const made = line.ask(named, office[homeFor(person, line)], people.indexOf(person))
  return { ask: made, answer: await send(origin, made, cookie) }
}

const homeFor = (person: PersonName, { needs }: Line): UnitCode =>
  homeOf(person, needs === 'anybody' ? null : needs === 'everything' ? 'administration' : needs)

function targetsOf(person: PersonName, line: Line): readonly UnitCode[] {
  if (line.names === 'nothing') return [homeFor(person, line)]
  if (!isLetIn(person)) return ['own']
  // To whoever may do it nowhere every unit is the same.
  return reachFor(person, line.needs).size > 0 ? unitCodes : ['own']
}

/** Refused as the table says, in the same words as what does not exist, and without a word of the unit. */
function* judgeRefusal(
  visitor: Visitor,
  line: Line,
  given: Given,
  strange: Given | null,
): Generator<string> {
  const { person } = visitor
  const { status, location } = given.answer
  const isEmpty = line.foreign === 'empty' && reachFor(person, line.needs).size > 0
  if (!isLetIn(person)) {
    const both = strange ? [given, strange] : [given]
    if (!both.every(({ answer }) => isShutOut(line, answer))) yield `let in: ${status} ${location}`
  } else if (line.without === 'welcome') {
    if (status !== 200 && location !== '/dashboard/dossiers') yield `${status} ${location}`
  } else if (status !== (isEmpty ? 200 : 404))
    yield `${status} ${location} instead of ${isEmpty ? 200 : 404}`
  if (strange && isLetIn(person) && plain(given) !== plain(strange)) {
    yield `differs from what does not exist: ${difference(plain(given), plain(strange))}`
  }
  yield* foreignIn(visitor, line, given)
}

/** Sent to sign in; an interface says that nobody is, and a file may not be there at all. */
function isShutOut({ kind }: Line, { status, location }: Answer): boolean {
  if (kind === 'api') return status === 401
  if (kind === 'file' && status === 404) return true
  return status === (kind === 'page' ? 307 : 303) && location.startsWith('/sign-in')
}

function foreignIn({ person }: Visitor, { needs }: Line, { ask: sent, answer }: Given): string[] {
  const text = `${answer.text} ${answer.location}`
  return findForeign(text, reachFor(person, needs), asked(sent)).map((word) => `tells ${word}`)
}
