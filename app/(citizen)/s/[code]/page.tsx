import type { Metadata } from 'next'
import { formWords } from '@/app/form-words'
import { SurveyScreen } from '@/components/survey/survey-screen'
import type { WordsByLocale } from '@/components/survey/words'
import { getCommentMonths } from '@/db/comments/retention'
import { getPlace } from '@/db/surveys/front'
import { completeLocales, type Locale } from '@/domain/survey'
import { requestLocale, requestWords } from '@/lib/request-locale'
import { say } from '@/lib/words'
import { keptForm, requireSurvey } from './survey'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { door, version } = await requireSurvey((await params).code)
  const t = await requestWords()
  const { definition } = version
  const textLocale = completeLocales(definition).includes(t.locale) ? t.locale : 'vi'
  const { problems } = await keptForm(door.id)
  const prefix = problems.length > 0 ? t('citizen.errorPrefix') : ''
  return { title: prefix + say(definition.title, textLocale) }
}

export default async function SurveyPage({ params }: Props) {
  const { door, version } = await requireSurvey((await params).code)
  const { id, number, definition } = version
  const locale = await requestLocale()
  const complete = completeLocales(definition)
  return (
    <SurveyScreen
      door={door.code}
      channel={door.channel}
      version={{ id, number, definition }}
      place={(await getPlace(door.id)) ?? ''}
      locale={locale}
      complete={complete}
      months={await getCommentMonths()}
      wordsBy={wordsIn([...complete, locale])}
      kept={await keptForm(door.id)}
    />
  )
}

const wordsIn = (locales: readonly Locale[]): WordsByLocale => ({
  vi: formWords('vi'),
  ...Object.fromEntries(locales.map((locale) => [locale, formWords(locale)])),
})
