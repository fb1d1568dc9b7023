import { liftRedaction } from '@/db/comments/redactions'
import { type CommentContext, takeCommentForm } from '../comment-form'

/** Shows masked words of a comment again. */
export function POST(request: Request, context: CommentContext): Promise<Response> {
  return takeCommentForm(
    request,
    context,
    'lifted',
    (key, { scope, form, now }) => liftRedaction(scope, key, Number(form.get('redaction')), now),
    'originals',
  )
}
