import { plainAnswer } from '@/app/plain-answer'
import { translator } from '@/lib/i18n'
import { localeOf } from '@/lib/request-locale'

const statuses = {
  closed: 410,
  late: 410,
  recorded: 409,
  broken: 400,
  tooLarge: 413,
  foreign: 403,
  busy: 503,
  tooMany: 429,
  crowded: 429,
  unknown: 404,
} as const

/** `tooMany` and `late`: a form was sent and not taken; `crowded` and `closed`: it was only to be opened. */
export type PlainCase = keyof typeof statuses

const withForm: ReadonlySet<PlainCase> = new Set(['recorded', 'broken', 'tooLarge', 'foreign'])

/**
 * A small page with the right status. It leads on to a form to fill, or to the front page where there is none.
 * @param wait seconds after which another try makes sense
 * @param texts what the person wrote, where the form cannot give it back
 */
export function plainPage(
  request: Request,
  code: string,
  what: PlainCase,
  { wait = 60, texts = [] }: { wait?: number; texts?: readonly string[] } = {},
): Response {
  const t = translator(localeOf(request))
  const address = `/s/${encodeURIComponent(code)}`
  const isForLater = statuses[what] === 503 || statuses[what] === 429
  const [title, text] = wordsOf(what, t)
  const [href, label] = withForm.has(what)
    ? [address, t('citizen.freshForm')]
    : what === 'crowded'
      ? [address, t('button.tryAgain')]
      : ['/', t('button.home')]
  const headers: Record<string, string> = isForLater ? { 'retry-after': String(wait) } : {}
  const written = texts.length > 0 ? { title: t('citizen.written'), texts } : undefined
  return plainAnswer(request, statuses[what], { title, text, href, label, written }, headers)
}

function wordsOf(what: PlainCase, t: ReturnType<typeof translator>): readonly [string, string] {
  if (what === 'unknown') return [t('errors.notFoundTitle'), t('errors.notFoundText')]
  const words = what === 'tooMany' ? 'busy' : what
  return [t(`citizen.${words}Title`), t(`citizen.${words}Text`)]
}
