import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Comment } from '@/domain/comment'
import { foldText } from '@/domain/folded-text'
import { maskPersonalData } from '@/domain/personal-data/personal-data'
import { database, write } from '../client'

/** A comment as it is stored: masked, findable, under an address that tells nothing. */
export type StoredComment = Readonly<{
  key: string
  question: string
  text: string
  folded: string
}>

export function toStoredComment({ question, text }: Comment): StoredComment {
  return { key: randomBytes(8).toString('hex'), question, ...maskedText(text) }
}

function maskedText(text: string): Pick<StoredComment, 'text' | 'folded'> {
  const masked = maskPersonalData(text)
  return { text: masked, folded: foldText(masked) }
}

/** Masks the comments that a migration has moved out of the answers; until then they are shown to nobody. */
export async function maskMovedComments(): Promise<void> {
  for (;;) {
    const { rows } = await database().$client.execute(
      'select id, text from comments where folded is null and text is not null limit 500',
    )
    if (rows.length === 0) return
    const masked = rows.map((row) => {
      const { text, folded } = maskedText(String(row.text))
      return [row.id, text, folded]
    })
    await write([
      {
        sql: `update comments set text = m.value ->> 1, folded = m.value ->> 2
          from json_each(?) m where comments.id = m.value ->> 0`,
        args: [JSON.stringify(masked)],
      },
    ])
  }
}
