import type { FrameLink } from '@/components/staff/frame-links'
import { type Capability, type Scope, unitsFor } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { pages, type SetupPage, setupPages } from './staff-pages'

/**
 * The pages that this person has, for the menu above each of them; none where there is only one.
 * @param current the path of the page that asks; a page below one of these marks that one; null for one's
 *   own account, which is none of them.
 * @param filter what the person has chosen, taken along to pages that read it.
 */
export function staffLinks(
  scope: Scope,
  t: Translate,
  current: string | null,
  filter = new URLSearchParams(),
): FrameLink[] {
  const open = ofPerson(scope, pages)
  if (open.length < 2) return []
  const part = open.find(({ below = [] }) => nearest(below, current))
  const here = part ?? nearest(open, current)
  return open.map((page) => ({
    href: page.takesFilter && filter.size > 0 ? `${page.href}?${filter}` : page.href,
    label: t(page.word),
    ...(page === here && { current: page === part ? ('part' as const) : ('page' as const) }),
    ...(page === part && page.below && { below: linksTo(scope, page.below, t, current) }),
  }))
}

/** The pages of the administration with what each is for. */
export function setupEntries(
  scope: Scope,
  t: Translate,
): { href: string; label: string; about: string }[] {
  return ofPerson(scope, setupPages).map(({ href, word, about }) => ({
    href,
    label: t(word),
    about: t(about),
  }))
}

function linksTo(
  scope: Scope,
  below: readonly SetupPage[],
  t: Translate,
  current: string | null,
): FrameLink[] {
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
