import 'server-only'
import { eq } from 'drizzle-orm'
import { readMonths, usualMonths } from '@/domain/comment-retention'
import { database } from '../client'
import { settings } from '../schema/installation'

const setting = 'comment-months'

/** How many months the words of comments are kept; one number for the installation. */
export async function getCommentMonths(): Promise<number> {
  const [row] = await database().select().from(settings).where(eq(settings.key, setting))
  return readMonths(row?.value ?? null) ?? usualMonths
}
