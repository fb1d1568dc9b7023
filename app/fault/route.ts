import { translator } from '@/lib/i18n'
import { localeOf } from '@/lib/request-locale'
import { plainAnswer } from '../plain-answer'

/** Says with 500 that a page broke, to browsers without scripts: the page itself is an empty document to them. */
export function GET(request: Request): Response {
  const t = translator(localeOf(request))
  return plainAnswer(request, 500, {
    title: t('errors.faultTitle'),
    text: t('errors.faultText'),
    href: '/',
    label: t('button.home'),
  })
}
