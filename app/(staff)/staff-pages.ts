import type { Capability } from '@/domain/access'
import type { MessageKey } from '@/lib/i18n'

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

export type SetupPage = Readonly<{
  href: string
  word: MessageKey
  about: MessageKey
  /** Whose page it is, where not every administrator's. */
  needs?: 'installation'
}>

/** The pages of the administration, in the order of the work: what there is, who works with it, what is watched. */
export const setupPages: readonly SetupPage[] = [
  { href: '/dashboard/units', word: 'offices.title', about: 'setup.about.units' },
  {
    href: '/dashboard/fields',
    word: 'staff.fields',
    about: 'setup.about.fields',
    needs: 'installation',
  },
  { href: '/dashboard/surveys', word: 'surveys.title', about: 'setup.about.surveys' },
  { href: '/dashboard/devices', word: 'staff.devices', about: 'setup.about.devices' },
  { href: '/dashboard/people', word: 'people.title', about: 'setup.about.people' },
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
export const pages: readonly StaffPage[] = [
  { href: '/dashboard', word: 'figures.page.title', needs: 'figures', takesFilter: true },
  { href: '/dashboard/comments', word: 'staff.comments', needs: 'comments', takesFilter: true },
  { href: '/dashboard/signs', word: 'staff.signs', needs: 'invalidation', takesFilter: true },
  { href: '/dashboard/dossiers', word: 'dossiers.title', needs: 'dossiers' },
  { href: '/dashboard/closings', word: 'closings.title', needs: 'figures', takesFilter: true },
  { href: setupPath, word: 'setup.title', needs: 'administration', below: setupPages },
]
