import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import box from '@/components/ui/box.module.css'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { Notice } from '@/components/ui/notice'
import { getManagedSurvey } from '@/db/surveys/managed'
import { completeLocales, type Locale } from '@/domain/survey'
import { asLocale } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../../staff-page'
import styles from '../../page.module.css'
import { Look, looks } from './look'

type Props = PageProps<'/dashboard/surveys/[code]/preview'>

const list = '/dashboard/surveys'

export const generateMetadata = titled('surveys.preview.title')

/** A version as citizens meet it, by link, at the tablet or on paper, in any of its languages. Stores nothing. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { code } = await params
  const survey = await getManagedSurvey(scope, code, Date.now())
  const asked = oneOfEach(await searchParams)
  const number = Number(asked.get('version'))
  const version = survey?.versions.find((one) => one.number === number)
  const as = looks.find((one) => one === asked.get('as'))
  if (!version || !as) notFound()
  const t = await requestWords()
  const offered = completeLocales(version.definition)
  const wanted = asLocale(asked.get('in')) ?? t.locale
  const textLocale = offered.includes(wanted) ? wanted : 'vi'
  const back = `${list}/${encodeURIComponent(code)}`
  const hrefFor = (one: Locale) =>
    `${back}/preview?${new URLSearchParams({ version: String(number), as, in: one })}`
  const head = (
    <div className={`${box.apart} ${styles.preview}`}>
      <p>
        <a href={back}>{t('surveys.preview.back')}</a>
      </p>
      <Notice tone="caution" title={t('surveys.preview.title')}>
        {t(`surveys.preview.${as}Note`)}
      </Notice>
      <LanguageSwitch
        label={t('surveys.preview.language')}
        current={textLocale}
        offered={offered}
        hrefFor={hrefFor}
      />
    </div>
  )
  const look = <Look as={as} version={version} t={t} locale={textLocale} />
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
    <StaffPage scope={scope} t={t} current={list}>
      <div className={box.screen}>{head}</div>
      {look}
    </StaffPage>
  )
}
