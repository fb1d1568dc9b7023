import type { FrameLink } from '@/components/staff/staff-frame'
import { type Scope, unitsFor } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** The pages that this person has, for the bar above each of them; none where there is only one. */
export function staffLinks(scope: Scope, locale: Locale, current: string): FrameLink[] {
  const t = translator(locale)
  const links = [
    { href: '/dashboard', label: t('staff.figures'), isOpen: true },
    {
      href: '/dashboard/devices',
      label: t('staff.devices'),
      isOpen: unitsFor(scope, 'administration').size > 0,
    },
  ].filter(({ isOpen }) => isOpen)
  return links.length < 2
    ? []
    : links.map(({ href, label }) => ({ href, label, isCurrent: href === current }))
}
