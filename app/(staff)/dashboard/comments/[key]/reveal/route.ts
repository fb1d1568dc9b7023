import { recordReveal } from '@/db/comments/reveals'
import { type CommentContext, takeCommentForm } from '../comment-form'

/** Lets the head of the unit read the original, and notes it. */
export function POST(request: Request, context: CommentContext): Promise<Response> {
  return takeCommentForm(
    request,
    context,
    null,
    (key, { scope, now }) => recordReveal(scope, key, now),
    'originals',
  )
}
