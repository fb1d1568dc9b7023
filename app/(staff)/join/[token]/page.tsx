import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { waitToJoin } from '@/app/admission'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { Notice } from '@/components/ui/notice'
import { getLiveLink } from '@/db/accounts/password-links'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { Outcome } from '../../dashboard/outcome'
import { EntranceFrame } from '../../entrance-frame'
import { JoinForm } from './join-form'
import styles from './page.module.css'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> }

export const generateMetadata = titled('join.title')

/** Where a one-time link leads: the person sets their password. The secret in the address is all it takes. */
export default async function JoinPage({ params, searchParams }: Props) {
  const { token } = await params
  const locale = await requestLocale()
  const t = translator(locale)
  const path = `/join/${encodeURIComponent(token)}`
  const now = Date.now()
  // A page cannot answer 429 itself; the route it leads to can.
  if ((await waitToJoin(await headers(), token, now)) > 0) redirect(`${path}/busy`)
  const link = await getLiveLink(token, now)
  return (
    <EntranceFrame address={path}>
      <div className={styles.page}>
        <Outcome params={await searchParams} locale={locale} done={{}} />
        <h1>{t('join.title')}</h1>
        {link ? <JoinForm locale={locale} link={link} path={path} /> : <Gone locale={locale} />}
      </div>
    </EntranceFrame>
  )
}

function Gone({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <Notice tone="caution" title={t('join.goneTitle')}>
      <p>{t('join.gone')}</p>
      <p>
        <a href="/sign-in">{t('join.toSignIn')}</a>
      </p>
    </Notice>
  )
}
