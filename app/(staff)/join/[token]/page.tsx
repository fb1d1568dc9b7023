import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { waitToJoin } from '@/app/admission'
import { titled } from '@/app/page-title'
import { shortestPassword } from '@/auth/password-rules'
import { PasswordField } from '@/components/staff/password-field'
import form from '@/components/staff/sign-in-form.module.css'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getLiveLink, type LinkState } from '@/db/accounts/password-links'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { Outcome } from '../../dashboard/outcome'
import { EntranceFrame } from '../../entrance-frame'
import styles from './page.module.css'

export const generateMetadata = titled('join.title')

/** Where a one-time link leads: the person sets their password. The secret in the address is all it takes. */
export default async function JoinPage({ params, searchParams }: PageProps<'/join/[token]'>) {
  const { token } = await params
  const t = await requestWords()
  const path = `/join/${encodeURIComponent(token)}`
  const now = Date.now()
  // A page cannot answer 429 itself; the route it leads to can.
  if ((await waitToJoin(await headers(), token, now)) > 0) redirect(`${path}/busy`)
  const link = await getLiveLink(token, now)
  return (
    <EntranceFrame address={path}>
      <div className={`${box.apart} ${styles.page}`}>
        <Outcome params={await searchParams} t={t} />
        <h1>{t('join.title')}</h1>
        {link ? <JoinForm t={t} link={link} path={path} /> : <Gone t={t} />}
      </div>
    </EntranceFrame>
  )
}

function Gone({ t }: { t: Translate }) {
  return (
    <Notice tone="caution" title={t('join.goneTitle')}>
      <p>{t('join.gone')}</p>
      <p>
        <a href="/sign-in">{t('signIn.title')}</a>
      </p>
    </Notice>
  )
}

/** The password that the person wants. */
function JoinForm({ t, link, path }: { t: Translate; link: LinkState; path: string }) {
  return (
    <>
      <p>{t('join.intro', { name: link.name })}</p>
      <form method="post" action={`${path}/password`} className={form.form}>
        <p className={styles.account}>
          {t('join.email')} <strong translate="no">{link.email}</strong>
        </p>
        <input type="hidden" name="username" value={link.email} autoComplete="username" readOnly />
        <PasswordField
          id="password"
          label={t('password.new')}
          hint={t('password.hint', { n: shortestPassword(false) })}
          autoComplete="new-password"
          show={t('password.show')}
          hide={t('password.hide')}
        />
        <Button type="submit">{t('join.submit')}</Button>
      </form>
    </>
  )
}
