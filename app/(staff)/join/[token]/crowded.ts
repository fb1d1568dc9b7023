import { plainAnswer } from '@/app/plain-answer'
import { translator } from '@/lib/i18n'
import { localeOf } from '@/lib/request-locale'

/** 429: nothing was changed, and when the link may be used again. */
export function joinCrowded(request: Request, token: string, wait: number): Response {
  const t = translator(localeOf(request))
  const words = {
    title: t('join.crowdedTitle'),
    text: t('join.crowdedText'),
    href: `/join/${encodeURIComponent(token)}`,
    label: t('button.tryAgain'),
  }
  return plainAnswer(request, 429, words, { 'retry-after': String(wait) })
}
