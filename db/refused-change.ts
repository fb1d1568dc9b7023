import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { LibsqlError } from '@libsql/client'

/** Whether a constraint or a trigger of the database refused a change in these words. */
export const isRefusedAs = (error: unknown, words: RegExp): boolean =>
  error instanceof LibsqlError && words.test(error.message)

/** Makes a change, reading included, again from the start as long as the database refuses it in these words. */
export async function againWhileRefused<T>(words: RegExp, change: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change()
    } catch (error) {
      if (!isRefusedAs(error, words) || attempt >= 100) throw error
      await pause(Math.random() * 5 * Math.min(attempt, 50))
    }
  }
}
