import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { waitToJoin } from '@/app/admission'
import type { Query } from '@/app/query'
import { shortestPassword } from '@/auth/password-rules'
import { PasswordField } from '@/components/staff/password-field'
import { Button } from '@/components/ui/button'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { Notice } from '@/components/ui/notice'
import { PageFrame } from '@/components/ui/page-frame'
import { getLiveLink, type LinkState } from '@/db/password-links'
import { type Locale, locales } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { inLanguage } from '../../address'
import { Outcome } from '../../dashboard/outcome'
import styles from './page.module.css'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('join.title') }
}

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
    <PageFrame
      name={t('app.name')}
      homeHref="/"
      skipLabel={t('staff.skip')}
      tools={
        <LanguageSwitch
          label={t('language.label')}
          current={locale}
          offered={locales}
          hrefFor={(one) => inLanguage(path, one)}
        />
      }
    >
      <div className={styles.page}>
        <Outcome params={await searchParams} locale={locale} done={{}} />
        <h1>{t('join.title')}</h1>
        {link ? <JoinForm locale={locale} link={link} path={path} /> : <Gone locale={locale} />}
      </div>
    </PageFrame>
  )
}

function JoinForm({ locale, link, path }: { locale: Locale; link: LinkState; path: string }) {
  const t = translator(locale)
  return (
    <>
      <p>{t('join.intro', { name: link.name })}</p>
      <form method="post" action={`${path}/password`} className={styles.form}>
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
