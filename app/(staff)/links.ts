import type { FrameLink } from '@/components/staff/staff-frame'
import { type Capability, type Scope, unitsFor } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { type MessageKey, translator } from '@/lib/i18n'

type StaffPage = Readonly<{
  href: string
  word: MessageKey
  /** Whose page it is; without one, everybody's. */
  needs?: Capability
  /** Whether it reads unit, survey and period from its address. */
  takesFilter?: true
}>

/** In the order of the menu: what is looked at, what is done about it, what it rests on, what is set up. */
const pages: readonly StaffPage[] = [
  { href: '/dashboard', word: 'staff.figures', needs: 'figures', takesFilter: true },
  { href: '/dashboard/comments', word: 'staff.comments', needs: 'comments', takesFilter: true },
  { href: '/dashboard/signs', word: 'staff.signs', needs: 'invalidation', takesFilter: true },
  { href: '/dashboard/dossiers', word: 'staff.dossiers', needs: 'dossiers' },
  { href: '/dashboard/closings', word: 'staff.closings', needs: 'figures', takesFilter: true },
  { href: '/dashboard/units', word: 'staff.units', needs: 'administration' },
  { href: '/dashboard/surveys', word: 'staff.surveys', needs: 'administration' },
  { href: '/dashboard/devices', word: 'staff.devices', needs: 'administration' },
  { href: '/dashboard/people', word: 'staff.people', needs: 'administration' },
  { href: '/dashboard/audit', word: 'staff.audit', needs: 'administration' },
]

/**
 * The pages that this person has, for the menu above each of them; none where there is only one.
 * @param current the path of the page that asks; a page below one of these marks that one.
 * @param filter what the person has chosen, taken along to pages that read it.
 */
export function staffLinks(
  scope: Scope,
  locale: Locale,
  current: string,
  filter = new URLSearchParams(),
): FrameLink[] {
  const t = translator(locale)
  const open = pages.filter(({ needs }) => !needs || unitsFor(scope, needs).size > 0)
  if (open.length < 2) return []
  const here = nearest(open, current)
  return open.map((page) => ({
    href: page.takesFilter && filter.size > 0 ? `${page.href}?${filter}` : page.href,
    label: t(page.word),
    isCurrent: page === here,
  }))
}

/** The page itself, or else the one it lies deepest under. */
function nearest(open: readonly StaffPage[], current: string): StaffPage | undefined {
  return open
    .filter(({ href }) => current === href || current.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]
}
