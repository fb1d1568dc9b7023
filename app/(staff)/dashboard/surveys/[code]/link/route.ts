import { setLinkOpen } from '@/db/surveys/opening'
import { openingRoute } from '../opening-route'

/** Opens or closes one link or QR code. */
export const POST = openingRoute(
  'linkOpened',
  'linkClosed',
  ({ scope, form, now }, survey, isOpen) =>
    setLinkOpen(scope, form.get('link') ?? '', isOpen, now, { survey }),
)
