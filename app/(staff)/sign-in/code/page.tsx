import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { oneOfEach } from '@/app/query'
import { csrfToken } from '@/auth/csrf'
import { nextPath } from '@/auth/next-path'
import { awaitedCode } from '@/auth/second-step'
import { requestPath } from '@/auth/session'
import { asSignInError } from '@/auth/sign-in-error'
import { CodeForms } from '@/components/staff/code-forms'
import box from '@/components/ui/box.module.css'
import { ErrorSummary } from '@/components/ui/error-summary'
import { requestWords } from '@/lib/request-locale'
import { EntranceFrame } from '../../entrance-frame'
import styles from '../page.module.css'

type Props = PageProps<'/sign-in/code'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await requestWords()
  const title = t('signIn.code.title')
  return { title: (await searchParams).error ? `${t('signIn.errorTitle')}: ${title}` : title }
}

/** The second step of the sign-in, for whoever's password was right a moment ago; everybody else starts anew. */
export default async function CodePage({ searchParams }: Props) {
  const query = oneOfEach(await searchParams)
  const next = nextPath(query.get('next'))
  const error = asSignInError(query.get('error'))
  const [pending, token] = await Promise.all([awaitedCode(), csrfToken()])
  if (!pending || !token) redirect(`/sign-in?${new URLSearchParams({ next, error: 'code-over' })}`)
  const t = await requestWords()
  return (
    <EntranceFrame address={await requestPath()}>
      <div className={`${box.apart} ${styles.page}`}>
        {error && (
          <ErrorSummary
            title={t('signIn.errorTitle')}
            items={[{ href: '#code', text: t(`signIn.errors.${error}`) }]}
          />
        )}
        <div>
          <h1>{t('signIn.code.title')}</h1>
          <p className={styles.intro}>{t('signIn.code.intro')}</p>
        </div>
        <CodeForms t={t} csrfToken={token} next={next} isWrong={!!error} />
        <p className={`${box.soft} ${styles.help}`}>
          <a href={`/sign-in?${new URLSearchParams({ next })}`}>{t('signIn.code.again')}</a>
        </p>
      </div>
    </EntranceFrame>
  )
}
