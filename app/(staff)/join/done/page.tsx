import { titled } from '@/app/page-title'
import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import { PageFrame } from '@/components/ui/page-frame'
import { requestWords } from '@/lib/request-locale'
import styles from '../[token]/page.module.css'

export const generateMetadata = titled('join.doneTitle')

/** The password is set; the link is spent and stands in no address any more. */
export default async function JoinedPage() {
  const t = await requestWords()
  return (
    <PageFrame name={t('app.name')} homeHref="/" skipLabel={t('app.skip')}>
      <div className={`${box.apart} ${styles.page}`}>
        <h1>{t('join.doneTitle')}</h1>
        <p>{t('join.done')}</p>
        <p>
          <ButtonLink href="/sign-in">{t('signIn.title')}</ButtonLink>
        </p>
      </div>
    </PageFrame>
  )
}
