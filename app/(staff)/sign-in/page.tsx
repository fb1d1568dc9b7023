import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { oneOfEach } from '@/app/query'
import { csrfToken } from '@/auth/csrf'
import { nextPath } from '@/auth/next-path'
import { currentAccount, currentScope, requestPath, secondFactorPage } from '@/auth/session'
import { asSignInError, type SignInError } from '@/auth/sign-in-error'
import { SignInForm } from '@/components/staff/sign-in-form'
import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { EntranceFrame } from '../entrance-frame'
import { SignInMessage } from './message'
import styles from './page.module.css'

type Props = PageProps<'/sign-in'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await requestWords()
  const title = t('signIn.title')
  return { title: (await searchParams).error ? `${t('signIn.errorTitle')}: ${title}` : title }
}

export default async function SignInPage({ searchParams }: Props) {
  const query = oneOfEach(await searchParams)
  const next = nextPath(query.get('next'))
  const error = asSignInError(query.get('error'))
  if (await currentAccount()) redirect((await currentScope()) ? next : secondFactorPage)
  const token = await csrfToken()
  // next-auth sets the cookie that its form needs; asked once, so that a browser without cookies
  // gets a sentence and no endless journey.
  if (!token && !query.has('cookie')) {
    const told = query.has('unsaved') ? { unsaved: '1' } : {}
    redirect(`/api/auth/signin?${new URLSearchParams({ callbackUrl: next, ...told })}`)
  }

  const t = await requestWords()
  return (
    <EntranceFrame address={await requestPath()}>
      <div className={`${box.apart} ${styles.page}`}>
        <SignInMessage
          t={t}
          error={error}
          isOut={query.has('out')}
          isUnsaved={query.has('unsaved')}
        />
        <div>
          <h1>{t('signIn.title')}</h1>
          <p className={styles.intro}>{t('signIn.intro')}</p>
        </div>
        {token ? (
          <SignInForm t={t} csrfToken={token} next={next} isWrong={isAboutFields(error)} />
        ) : (
          <Notice tone="caution" title={t('signIn.noCookieTitle')}>
            <p>{t('signIn.noCookie')}</p>
            <a href={`/sign-in?${new URLSearchParams({ next })}`}>{t('button.tryAgain')}</a>
          </Notice>
        )}
        <SignInHelp t={t} />
      </div>
    </EntranceFrame>
  )
}

/** Of what was typed, not of how much time it took or how many came at once. */
const isAboutFields = (error: SignInError | null) => error === 'wrong' || error === 'missing'

function SignInHelp({ t }: { t: Translate }) {
  return (
    <div className={`${box.soft} ${styles.help}`}>
      <p>{t('signIn.forgotten')}</p>
      <p>
        {t('signIn.forCitizens')} <a href="/">{t('button.home')}</a>
      </p>
    </div>
  )
}
