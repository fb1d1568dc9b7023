import { recordMark } from '@/db/comments/marks'
import { commentStates } from '@/domain/comment'
import { refused } from '@/domain/problem'
import { commentRoute } from '../comment-form'

/** Notes what was done about a comment. */
export const POST = commentRoute('marked', async (key, { scope, form, now }) => {
  const state = commentStates.find((one) => one === form.get('state'))
  if (!state) return refused({ code: 'not-found' })
  return recordMark(scope, key, { state, note: form.get('note') ?? '' }, now)
})
