import { signOut } from '@/auth/sign-out'
import { DatabaseUnavailable } from '@/db/client'
import { logFault } from '@/lib/log'
import { sentence } from '../form-answer'

/** Leaves; while the end of the session cannot be stored, says so, because the session still lives. */
export async function POST(request: Request): Promise<Response> {
  try {
    return await signOut(request)
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error
    logFault('sign-out not stored for now', error)
    return sentence(request, 503, 'unavailable')
  }
}
