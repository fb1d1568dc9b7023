import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ButtonLink } from '@/components/ui/button'
import { noteLostPage } from '@/lib/lost-page'
import { requestWords } from '@/lib/request-locale'
import styles from './notice-page.module.css'
import { PublicFrame } from './public-frame'

/** Asked for by the framework only when there is nothing at an address. */
export async function generateMetadata(): Promise<Metadata> {
  const asked = await headers()
  if (!asked.get('x-hl-path')?.startsWith('/not-found')) {
    noteLostPage(asked.get('x-nonce'), '/not-found')
  }
  return { title: (await requestWords())('errors.notFoundTitle') }
}

export default async function NotFoundPage() {
  const t = await requestWords()
  return (
    <PublicFrame>
      <div className={styles.inner}>
        <h1>{t('errors.notFoundTitle')}</h1>
        <p className={styles.lead}>{t('errors.notFoundText')}</p>
        <ButtonLink look="quiet" href="/">
          {t('button.home')}
        </ButtonLink>
      </div>
    </PublicFrame>
  )
}
