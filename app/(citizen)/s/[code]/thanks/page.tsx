import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PublicFrame } from '@/app/public-frame'
import styles from '@/components/survey/survey.module.css'
import { ButtonLink } from '@/components/ui/button'
import { getDoor } from '@/db/surveys/doors'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('thanks.title') }
}

/** Where a form that was sent without JavaScript ends: the server has stored it. */
export default async function ThanksPage({ params }: Props) {
  const door = await getDoor((await params).code)
  if (door?.kind !== 'link') notFound()
  const t = translator(await requestLocale())
  return (
    <PublicFrame>
      <div className={styles.thanks}>
        <h1>{t('thanks.title')}</h1>
        <p className={styles.lead}>{t('thanks.text')}</p>
        <p className={styles.sent}>{t('thanks.sent')}</p>
        <ButtonLink look="quiet" href={`/s/${encodeURIComponent(door.code)}`}>
          {t('thanks.another')}
        </ButtonLink>
      </div>
    </PublicFrame>
  )
}
