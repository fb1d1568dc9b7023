import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { KioskPreview } from '@/components/survey/kiosk/kiosk-preview'
import type { KioskWords } from '@/components/survey/kiosk/kiosk-words'
import { PaperForm } from '@/components/survey/paper-form'
import { SurveyPreview } from '@/components/survey/survey-preview'
import type { Words } from '@/components/survey/words'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { Notice } from '@/components/ui/notice'
import { getManagedSurvey } from '@/db/managed-surveys'
import type { StoredVersion } from '@/db/surveys'
import { completeLocales, type Locale } from '@/domain/survey'
import { asLocale, messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../../../staff-page'
import styles from '../../page.module.css'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Query>
}

const looks = ['link', 'kiosk', 'paper'] as const
const list = '/dashboard/surveys'

export const generateMetadata = titled('surveys.preview.title')

/** A version as citizens meet it, by link, at the tablet or on paper, in any of its languages. Stores nothing. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { code } = await params
  const survey = await getManagedSurvey(scope, code, Date.now())
  const asked = new URLSearchParams(
    Object.entries(await searchParams).map(([name, value]) => [name, String(value)]),
  )
  const number = Number(asked.get('version'))
  const version = survey?.versions.find((one) => one.number === number)
  const as = looks.find((one) => one === asked.get('as'))
  if (!version || !as) notFound()
  const locale = await requestLocale()
  const offered = completeLocales(version.definition)
  const wanted = asLocale(asked.get('in')) ?? locale
  const textLocale = offered.includes(wanted) ? wanted : 'vi'
  const t = translator(locale)
  const back = `${list}/${encodeURIComponent(code)}`
  const hrefFor = (one: Locale) =>
    `${back}/preview?${new URLSearchParams({ version: String(number), as, in: one })}`
  const head = (
    <div className={styles.preview}>
      <p>
        <a href={back}>{t('surveys.preview.back')}</a>
      </p>
      <Notice tone="caution" title={t('surveys.preview.title')}>
        <p>{t(`surveys.preview.${as}Note`)}</p>
      </Notice>
      <LanguageSwitch
        label={t('surveys.preview.language')}
        current={textLocale}
        offered={offered}
        hrefFor={hrefFor}
      />
    </div>
  )
  const look = <Look as={as} version={version} locale={locale} textLocale={textLocale} />
  // The tablet's screens are a page of their own, with a main part of their own.
  if (as === 'kiosk') {
    return (
      <div className={styles.tabletPage}>
        <header>{head}</header>
        {look}
      </div>
    )
  }
  return (
    <StaffPage scope={scope} locale={locale} current={list}>
      <div className={styles.screen}>{head}</div>
      {look}
    </StaffPage>
  )
}

function Look(props: {
  as: (typeof looks)[number]
  version: StoredVersion
  locale: Locale
  textLocale: Locale
}) {
  const { as, locale, textLocale } = props
  const { id, number, definition } = props.version
  const textWords = wordsOf(textLocale)
  if (as === 'paper') {
    return <PaperForm definition={definition} words={textWords} locale={textLocale} />
  }
  if (as === 'kiosk') {
    const words = kioskWordsOf(textLocale)
    return (
      <div className={styles.tablet} lang={textLocale}>
        <KioskPreview
          key={textLocale}
          {...{ definition, words, locale: textLocale, textLocale }}
          scale={words.scale}
        />
      </div>
    )
  }
  const t = translator(locale)
  return (
    <div className={styles.preview} lang={textLocale}>
      <SurveyPreview
        key={textLocale}
        version={{ id, number, definition }}
        channel="link"
        place=""
        {...{ words: textWords, textWords, locale: textLocale, textLocale }}
        done={{
          title: t('surveys.preview.doneTitle'),
          text: t('surveys.preview.doneText'),
          again: t('surveys.preview.again'),
        }}
      />
    </div>
  )
}

function wordsOf(locale: Locale): Words {
  const { app, scale, language, citizen, thanks } = messagesFor(locale)
  return { app, scale, language, citizen, thanks }
}

function kioskWordsOf(locale: Locale): KioskWords {
  const { app, scale, language, kiosk, citizen } = messagesFor(locale)
  const { noNames, draftTitle, charactersLeft } = citizen
  return { app, scale, language, kiosk, noNames, draftTitle, charactersLeft }
}
