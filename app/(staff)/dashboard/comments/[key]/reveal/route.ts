import { recordReveal } from '@/db/comments/reveals'
import { commentRoute } from '../comment-form'

/** Lets the head of the unit read the original, and notes it. */
export const POST = commentRoute(
  null,
  (key, { scope, now }) => recordReveal(scope, key, now),
  'originals',
)
