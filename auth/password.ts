import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { type Lane, Turns } from './turns'

const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

// Each hashing takes 64 MiB and a core.
const turns = new Turns({ atOnce: 2, most: 400 })

/** For commands and for whoever holds a one-time link. */
const byHand: Lane = { name: 'by hand', isKnown: true }

/** Argon2id, 64 MiB, three passes. @throws TurnsFull */
export const hashPassword = (password: string): Promise<string> =>
  turns.run(byHand, () => hash(normal(password), cost))

/**
 * Whether the password fits the hash. Without a hash (nobody has that e-mail, or no password yet) the same work is done
 * and the answer is no, so that the time tells nothing. @throws TurnsFull
 */
export async function verifyPassword(
  kept: string | undefined,
  password: string,
  lane = byHand,
): Promise<boolean> {
  const fits = await turns.run(lane, () => verify(kept || nobodysHash, normal(password)))
  return fits && !!kept
}

/** Composed and decomposed Vietnamese letters look the same on the keyboard, so they are the same. */
const normal = (password: string) => password.normalize('NFC')

// Of a random password nobody knows, at the same cost as the real ones.
const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$daHomWrbKRyO3PfrbD4eiQ$3pEzZNRKVMTGPT7ARdu5SKOyGC6xrT/Jfq54e0aR6oc'
