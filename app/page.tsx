import box from '@/components/ui/box.module.css'
import { Face, levelsBestFirst } from '@/components/ui/face'
import { listFrontLinks } from '@/db/surveys/front'
import { getPublishedSurvey, type PublishedSurvey } from '@/db/surveys/surveys'
import { sayHowMany } from '@/domain/asked-questions'
import { completeLocales, questionsFor } from '@/domain/survey'
import { requestWords } from '@/lib/request-locale'
import { say } from '@/lib/words'
import styles from './page.module.css'
import { PublicFrame } from './public-frame'

const mostSurveys = 12

/** What this is, and the ways in. */
export default async function HomePage() {
  const t = await requestWords()
  const surveys = await openSurveys()
  return (
    <PublicFrame>
      <header className={styles.intro}>
        <div className={styles.faces}>
          {levelsBestFirst.map((level) => (
            <Face key={level} level={level} size="medium" />
          ))}
        </div>
        <h1>{t('home.title')}</h1>
        <p className={styles.lead}>{t('home.intro')}</p>
      </header>
      <section className={styles.section}>
        <h2>{t('home.surveys')}</h2>
        {surveys.length === 0 ? (
          <p>{t('home.noSurvey')}</p>
        ) : (
          <ul className={styles.list}>
            {surveys.map((survey) => (
              <SurveyLink key={survey.door.code} survey={survey} />
            ))}
          </ul>
        )}
      </section>
      <section className={styles.section}>
        <h2>{t('home.others')}</h2>
        <ul className={`${box.touches} ${styles.others}`}>
          <li>
            <a href="/kiosk">{t('home.kiosk')}</a>
            <span>{t('home.kioskText')}</span>
          </li>
          <li>
            <a href="/sign-in">{t('home.staff')}</a>
            <span>{t('home.staffText')}</span>
          </li>
        </ul>
      </section>
    </PublicFrame>
  )
}

async function openSurveys(): Promise<FrontSurvey[]> {
  const now = Date.now()
  const links = await listFrontLinks(now, mostSurveys)
  // The same form may stand here for several units: a person must see whom the answers are about.
  const isShared = new Set(links.map(({ unit }) => unit)).size > 1
  const published = await Promise.all(
    links.map(async ({ code, unit }) => {
      const one = await getPublishedSurvey(code, now)
      return one.ok ? [{ ...one.value, unit: isShared ? unit : null }] : []
    }),
  )
  return published.flat()
}

/** A survey and, where several units are on the page, the name of the one it asks about. */
type FrontSurvey = PublishedSurvey & Readonly<{ unit: string | null }>

/** A way into a survey, in the reader's language where it is whole. */
async function SurveyLink({ survey: { door, version, unit } }: { survey: FrontSurvey }) {
  const { definition } = version
  const t = await requestWords()
  const textLocale = completeLocales(definition).includes(t.locale) ? t.locale : 'vi'
  const n = sayHowMany(questionsFor(definition, door.channel))
  return (
    <li>
      <a className={styles.card} href={`/s/${encodeURIComponent(door.code)}`}>
        <span className={styles.name}>
          <span className={styles.title} lang={textLocale === t.locale ? undefined : textLocale}>
            {say(definition.title, textLocale)}
          </span>
          {unit && <span>{unit}</span>}
        </span>
        <span className={styles.size}>{t('home.questions', { n })}</span>
      </a>
    </li>
  )
}
