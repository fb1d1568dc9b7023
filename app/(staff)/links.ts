import type { FrameLink } from '@/components/staff/staff-frame'
import { type Capability, type Scope, unitsFor } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { type MessageKey, translator } from '@/lib/i18n'

/** The page on which all pages of the administration are found. */
export const setupPath = '/dashboard/setup'

type StaffPage = Readonly<{
  href: string
  word: MessageKey
  /** Whose page it is; without one, everybody's. */
  needs?: Capability
  /** Whether it reads unit, survey and period from its address. */
  takesFilter?: true
  /** The pages that are found there. */
  below?: readonly SetupPage[]
}>

type SetupPage = Readonly<{
  href: string
  word: MessageKey
  about: MessageKey
  /** Whose page it is, where not every administrator's. */
  needs?: 'installation'
}>

/** The pages of the administration, in the order of the work: what there is, who works with it, what is watched. */
const setupPages: readonly SetupPage[] = [
  { href: '/dashboard/units', word: 'staff.units', about: 'setup.about.units' },
  {
    href: '/dashboard/fields',
    word: 'staff.fields',
    about: 'setup.about.fields',
    needs: 'installation',
  },
  { href: '/dashboard/surveys', word: 'staff.surveys', about: 'setup.about.surveys' },
  { href: '/dashboard/devices', word: 'staff.devices', about: 'setup.about.devices' },
  { href: '/dashboard/people', word: 'staff.people', about: 'setup.about.people' },
  {
    href: '/dashboard/health',
    word: 'staff.health',
    about: 'setup.about.health',
    needs: 'installation',
  },
  { href: '/dashboard/limits', word: 'staff.limits', about: 'setup.about.limits' },
  { href: '/dashboard/audit', word: 'staff.audit', about: 'setup.about.audit' },
]

/** In the order of the menu: what is looked at, what is done about it, what it rests on, what is set up. */
const pages: readonly StaffPage[] = [
  { href: '/dashboard', word: 'staff.figures', needs: 'figures', takesFilter: true },
  { href: '/dashboard/comments', word: 'staff.comments', needs: 'comments', takesFilter: true },
  { href: '/dashboard/signs', word: 'staff.signs', needs: 'invalidation', takesFilter: true },
  { href: '/dashboard/dossiers', word: 'staff.dossiers', needs: 'dossiers' },
  { href: '/dashboard/closings', word: 'staff.closings', needs: 'figures', takesFilter: true },
  { href: setupPath, word: 'staff.setup', needs: 'administration', below: setupPages },
]

/**
 * The pages that this person has, for the menu above each of them; none where there is only one.
 * @param current the path of the page that asks; a page below one of these marks that one; null for one's
 *   own account, which is none of them.
 * @param filter what the person has chosen, taken along to pages that read it.
 */
export function staffLinks(
  scope: Scope,
  locale: Locale,
  current: string | null,
  filter = new URLSearchParams(),
): FrameLink[] {
  const t = translator(locale)
  const open = ofPerson(scope, pages)
  if (open.length < 2) return []
  const part = open.find(({ below = [] }) => nearest(below, current))
  const here = part ?? nearest(open, current)
  return open.map((page) => ({
    href: page.takesFilter && filter.size > 0 ? `${page.href}?${filter}` : page.href,
    label: t(page.word),
    ...(page === here && { current: page === part ? ('part' as const) : ('page' as const) }),
    ...(page === part && page.below && { below: linksTo(scope, page.below, locale, current) }),
  }))
}

/** The pages of the administration with what each is for. */
export function setupEntries(
  scope: Scope,
  locale: Locale,
): { href: string; label: string; about: string }[] {
  const t = translator(locale)
  return ofPerson(scope, setupPages).map(({ href, word, about }) => ({
    href,
    label: t(word),
    about: t(about),
  }))
}

function linksTo(
  scope: Scope,
  below: readonly SetupPage[],
  locale: Locale,
  current: string | null,
): FrameLink[] {
  const t = translator(locale)
  const here = nearest(below, current)
  return ofPerson(scope, below).map((page) => ({
    href: page.href,
    label: t(page.word),
    ...(page === here && { current: 'page' as const }),
  }))
}

const ofPerson = <P extends { needs?: Capability }>(scope: Scope, all: readonly P[]): P[] =>
  all.filter(({ needs }) => !needs || unitsFor(scope, needs).size > 0)

/** The page itself, or else the one it lies deepest under. */
function nearest<P extends { href: string }>(
  open: readonly P[],
  current: string | null,
): P | undefined {
  return open
    .filter(({ href }) => current === href || current?.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]
}
