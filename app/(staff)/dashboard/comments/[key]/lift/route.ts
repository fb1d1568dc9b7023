import { liftRedaction } from '@/db/comments/redactions'
import { commentRoute } from '../comment-form'

/** Shows masked words of a comment again. */
export const POST = commentRoute(
  'lifted',
  (key, { scope, form, now }) => liftRedaction(scope, key, Number(form.get('redaction')), now),
  'originals',
)
