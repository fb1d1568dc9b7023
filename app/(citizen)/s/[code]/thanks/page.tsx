import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { PublicFrame } from '@/app/public-frame'
import styles from '@/components/survey/survey.module.css'
import { ButtonLink } from '@/components/ui/button'
import { DoneMark } from '@/components/ui/done-mark'
import { getDoor } from '@/db/surveys/doors'
import { requestWords } from '@/lib/request-locale'
import { sentCookie } from '../draft-cookie'

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await requestWords())((await isSent()) ? 'thanks.title' : 'thanks.notSentTitle'),
  }
}

const isSent = async () => (await cookies()).has(sentCookie)

/**
 * Where a form that was sent without JavaScript ends: the server has stored it. Opened later or by itself it says when it
 * is shown, and does not lead on by itself: a browser without cookies comes here too, and must not send once more.
 */
export default async function ThanksPage({ params }: PageProps<'/s/[code]/thanks'>) {
  const door = await getDoor((await params).code)
  if (door?.kind !== 'link') notFound()
  const t = await requestWords()
  const hasSent = await isSent()
  return (
    <PublicFrame>
      <div className={styles.thanks}>
        {hasSent && <DoneMark />}
        <h1>{t(hasSent ? 'thanks.title' : 'thanks.notSentTitle')}</h1>
        <p className={styles.lead}>{t(hasSent ? 'thanks.text' : 'thanks.notSent')}</p>
        {hasSent && <p className={styles.sent}>{t('thanks.sent')}</p>}
        <ButtonLink look="quiet" href={`/s/${encodeURIComponent(door.code)}`}>
          {t('citizen.freshForm')}
        </ButtonLink>
      </div>
    </PublicFrame>
  )
}
