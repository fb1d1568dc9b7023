import type { Metadata } from 'next'
import noticeStyles from '@/app/notice-page.module.css'
import { PublicFrame } from '@/app/public-frame'
import { ButtonLink } from '@/components/ui/button'
import { getPublishedSurvey } from '@/db/surveys'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'

const oneTap = 'kiosk-1'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('kioskPage.title') }
}

/** The tablet's page, before enrolment exists: says so, and leads to the same question by link. */
export default async function KioskPage() {
  const t = translator(await requestLocale())
  const isOpen = (await getPublishedSurvey(oneTap, Date.now())).ok
  return (
    <PublicFrame>
      <div className={noticeStyles.inner}>
        <h1>{t('kioskPage.title')}</h1>
        <p className={noticeStyles.lead}>{t('kioskPage.text')}</p>
        {isOpen && (
          <>
            <p>{t('kioskPage.meanwhile')}</p>
            <ButtonLink size="large" href={`/s/${oneTap}`}>
              {t('kioskPage.open')}
            </ButtonLink>
            <p className={noticeStyles.aside}>{t('kioskPage.staffNote')}</p>
          </>
        )}
      </div>
    </PublicFrame>
  )
}
