import { recordRedaction } from '@/db/comments/redactions'
import { commentRoute } from '../comment-form'

/** Masks words of a comment. */
export const POST = commentRoute('redacted', (key, { scope, form, now }) =>
  recordRedaction(scope, key, form.get('words') ?? '', now),
)
