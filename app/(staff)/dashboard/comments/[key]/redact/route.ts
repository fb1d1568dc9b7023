import { recordRedaction } from '@/db/comments/redactions'
import { type CommentContext, takeCommentForm } from '../comment-form'

/** Masks words of a comment. */
export function POST(request: Request, context: CommentContext): Promise<Response> {
  return takeCommentForm(request, context, 'redacted', (key, { scope, form, now }) =>
    recordRedaction(scope, key, form.get('words') ?? '', now),
  )
}
