import type { SignInError } from '@/auth/sign-in-error'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** What went wrong, or that the person has signed out. */
export function SignInMessage(props: {
  locale: Locale
  error: SignInError | null
  isOut: boolean
}) {
  const t = translator(props.locale)
  if (props.error) {
    const text = t(`signIn.errors.${props.error}`)
    return <ErrorSummary title={t('signIn.errorTitle')} items={[{ href: '#email', text }]} />
  }
  return props.isOut ? (
    <Notice>
      <p role="status">{t('signIn.signedOut')}</p>
    </Notice>
  ) : null
}
