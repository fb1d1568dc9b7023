import 'server-only'
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

// Each hashing takes 64 MiB and a core: two at once, and a short queue in front of them.
const AT_ONCE = 2
const QUEUE = 64
let running = 0
const waiting: (() => void)[] = []

/** Too many people are signing in at this moment; worth another try in a few seconds. */
export class PasswordQueueFull extends Error {}

/** Argon2id, 64 MiB, three passes. @throws PasswordQueueFull */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(normal(password), cost))

/**
 * Whether the password fits the hash. Without a hash (nobody has that e-mail, or no password yet) the same work is done
 * and the answer is no, so that the time tells nothing. @throws PasswordQueueFull
 */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(kept || nobodysHash, normal(password)))
  return fits && !!kept
}

/** Composed and decomposed Vietnamese letters look the same on the keyboard, so they are the same. */
const normal = (password: string) => password.normalize('NFC')

// Of a random password nobody knows, at the same cost as the real ones.
const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$daHomWrbKRyO3PfrbD4eiQ$3pEzZNRKVMTGPT7ARdu5SKOyGC6xrT/Jfq54e0aR6oc'

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  await takeTurn()
  try {
    return await work()
  } finally {
    passTurn()
  }
}

async function takeTurn(): Promise<void> {
  if (running < AT_ONCE) {
    running++
    return
  }
  if (waiting.length >= QUEUE) throw new PasswordQueueFull()
  await new Promise<void>((resolve) => waiting.push(resolve))
}

/** The place goes straight to the next in line, so that nobody slips in between. */
function passTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}
