import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { StaffFrame } from '@/components/staff/staff-frame'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getManagedSurvey, type ManagedSurvey } from '@/db/managed-surveys'
import { administersEverything } from '@/db/units'
import { formatDay, localDay } from '@/domain/period'
import { completeLocales, type Locale } from '@/domain/survey'
import { env } from '@/lib/env'
import { requestLocale } from '@/lib/http'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { say } from '@/lib/words'
import { inLanguage } from '../../../address'
import { staffLinks } from '../../../links'
import styles from '../page.module.css'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
type PartProps = Readonly<{ survey: ManagedSurvey; path: string; locale: Locale }>

const list = '/dashboard/surveys'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('surveys.title') }
}

/** One questionnaire: its versions, how it looks, where it is shown, and whether it is open. */
export default async function SurveyPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { code } = await params
  const survey = await getManagedSurvey(scope, code, Date.now())
  if (!survey) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const path = `${list}/${encodeURIComponent(code)}`
  const done = lookUp(messagesFor(locale).surveys.done, String((await searchParams).done ?? ''))
  const part = { survey, path, locale }
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, list)}
    >
      <div className={styles.page}>
        {done && (
          <div role="status">
            <Notice>
              <p>{done}</p>
            </Notice>
          </div>
        )}
        <div className={styles.head}>
          <p>
            <a href={list}>{t('surveys.back')}</a>
          </p>
          <h1>{say(survey.newest.definition.title, locale)}</h1>
          <p>
            <span translate="no">{survey.code}</span> ·{' '}
            {t(survey.isOpen ? 'surveys.state.open' : 'surveys.state.closed')}
          </p>
        </div>
        <Versions {...part} />
        <Links {...part} />
        <Tablets {...part} />
        {(await administersEverything(scope)) && <Opening {...part} />}
      </div>
    </StaffFrame>
  )
}

const looks = ['link', 'kiosk', 'paper'] as const

/** Every version with its previews, newest first. */
function Versions({ survey, path, locale }: PartProps) {
  const t = translator(locale)
  return (
    <section className={styles.part}>
      <h2>{t('surveys.versions.title')}</h2>
      <p>{t('surveys.versions.note')}</p>
      <ul className={styles.rows}>
        {survey.versions.toReversed().map(({ id, number, publishedAt, closedAt, definition }) => (
          <li key={id}>
            <span className={styles.name}>
              <strong>{t('surveys.facts.version', { n: number })}</strong>
              <span className={styles.soft}>
                {t('surveys.versions.published', { day: formatDay(localDay(publishedAt)) })}
                {closedAt !== null &&
                  ` · ${t('surveys.versions.closed', { day: formatDay(localDay(closedAt)) })}`}
              </span>
              <span className={styles.soft}>
                {completeLocales(definition)
                  .map((one) =>
                    definition.draftLocales?.includes(one)
                      ? t('surveys.versions.draft', { language: t(`language.${one}`) })
                      : t(`language.${one}`),
                  )
                  .join(', ')}
              </span>
            </span>
            {looks.map((as) => (
              <a
                key={as}
                href={`${path}/preview?${new URLSearchParams({ version: String(number), as })}`}
              >
                {t(`surveys.preview.${as}`)}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Links({ survey, path, locale }: PartProps) {
  const t = translator(locale)
  return (
    <section className={styles.part}>
      <h2>{t('surveys.links.title')}</h2>
      {survey.links.length === 0 && <p>{t('surveys.links.none')}</p>}
      {survey.links.length > 0 && (
        <ul className={styles.rows}>
          {survey.links.map(({ code, unit, desk, channel, isOpen }) => (
            <li key={code}>
              <span className={styles.name}>
                <strong>{desk ? `${unit} · ${desk}` : unit}</strong>
                <span className={styles.soft}>
                  {t(`figures.channel.${channel}`)} ·{' '}
                  <a href={`/s/${encodeURIComponent(code)}`} translate="no">
                    {`${env().origin}/s/${code}`}
                  </a>
                </span>
              </span>
              <span className={isOpen ? styles.soft : styles.closed}>
                {t(isOpen ? 'surveys.state.open' : 'surveys.state.closed')}
              </span>
              <form method="post" action={`${path}/link`}>
                <input type="hidden" name="link" value={code} />
                <input type="hidden" name="open" value={isOpen ? '0' : '1'} />
                <Button
                  type="submit"
                  look="quiet"
                  aria-label={t(isOpen ? 'surveys.links.closeNamed' : 'surveys.links.openNamed', {
                    code,
                  })}
                >
                  {t(isOpen ? 'surveys.links.close' : 'surveys.links.open')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Tablets({ survey, locale }: PartProps) {
  const t = translator(locale)
  return (
    <section className={styles.part}>
      <h2>{t('surveys.tablets.title')}</h2>
      {survey.tablets.length === 0 && (
        <p>
          {t('surveys.tablets.none')} <a href="/dashboard/devices">{t('surveys.tablets.enrol')}</a>
        </p>
      )}
      {survey.tablets.length > 0 && (
        <ul className={styles.rows}>
          {survey.tablets.map(({ id, name, unit, desk }) => (
            <li key={id}>
              <span className={styles.name}>
                <a href={`/dashboard/devices/${id}`}>{name}</a>
                <span className={styles.soft}>{`${unit} · ${desk}`}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Opening({ survey, path, locale }: PartProps) {
  const t = translator(locale)
  const way = survey.closedAt === null ? 'close' : 'open'
  return (
    <FormCard
      title={t(`surveys.opening.${way}Title`)}
      note={t(`surveys.opening.${way}Note`)}
      action={`${path}/opening`}
    >
      <input type="hidden" name="open" value={way === 'open' ? '1' : '0'} />
      <Button type="submit" look="quiet">
        {t(`surveys.opening.${way}`)}
      </Button>
    </FormCard>
  )
}
