import type { UnitLink } from '@/db/units/links'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n'
import { posterHref } from '../front-link'

/** What there is to open and to print. */
export function entries(unit: Unit, link: UnitLink | undefined, locale: Locale) {
  const t = translator(locale)
  const path = link && `/s/${encodeURIComponent(link.code)}`
  const figures = {
    href: '/dashboard',
    label: t('setup.guide.ready.figures'),
    about: t('setup.guide.ready.figuresText'),
  }
  if (!link || !path) return [figures]
  return [
    {
      href: path,
      label: t('setup.guide.ready.form'),
      about: t('setup.guide.ready.formText', { address: `${env().origin}${path}` }),
    },
    {
      href: posterHref(unit.code, link),
      label: t('setup.guide.ready.poster'),
      about: t('setup.guide.ready.posterText'),
    },
    figures,
  ]
}
