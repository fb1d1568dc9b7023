import type { PublishedSurvey } from '@/db/surveys/surveys'
import { completeLocales, questionsFor } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { say } from '@/lib/words'
import styles from './page.module.css'

/** A survey and, where several units are on the page, the name of the one it asks about. */
export type FrontSurvey = PublishedSurvey & Readonly<{ unit: string | null }>

/** A way into a survey, in the reader's language where it is whole. */
export async function SurveyLink({ survey: { door, version, unit } }: { survey: FrontSurvey }) {
  const { definition } = version
  const locale = await requestLocale()
  const textLocale = completeLocales(definition).includes(locale) ? locale : 'vi'
  const n = questionsFor(definition, door.channel).length
  return (
    <li>
      <a className={styles.card} href={`/s/${encodeURIComponent(door.code)}`}>
        <span className={styles.name}>
          <span className={styles.title} lang={textLocale === locale ? undefined : textLocale}>
            {say(definition.title, textLocale)}
          </span>
          {unit && <span>{unit}</span>}
        </span>
        <span className={styles.size}>{translator(locale)('home.questions', { n })}</span>
      </a>
    </li>
  )
}
