import { setSurveyOpen } from '@/db/surveys/opening'
import { openingRoute } from '../opening-route'

/** Opens or closes a survey for everybody. */
export const POST = openingRoute('opened', 'closed', ({ scope, now }, code, isOpen) =>
  setSurveyOpen(scope, code, isOpen, now),
)
