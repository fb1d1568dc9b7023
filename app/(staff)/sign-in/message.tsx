import type { SignInError } from '@/auth/sign-in-error'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Translate } from '@/lib/i18n'

/** What went wrong, that a form came after the session had ended, or that the person has signed out. */
export function SignInMessage(props: {
  t: Translate
  error: SignInError | null
  isOut: boolean
  isUnsaved: boolean
}) {
  const { t } = props
  if (props.error) {
    const text = t(`signIn.errors.${props.error}`)
    return <ErrorSummary title={t('signIn.errorTitle')} items={[{ href: '#email', text }]} />
  }
  if (props.isUnsaved) {
    return (
      <Notice tone="caution" title={t('signIn.unsavedTitle')}>
        <p role="status">{t('signIn.unsaved')}</p>
      </Notice>
    )
  }
  return props.isOut ? (
    <Notice>
      <p role="status">{t('signIn.signedOut')}</p>
    </Notice>
  ) : null
}
