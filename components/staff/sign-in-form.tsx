import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n'
import { HiddenFields } from './hidden-fields'
import styles from './sign-in-form.module.css'
import { TextField } from './text-field'

/** Posts straight to next-auth, so it works without any script. `next` is where to go afterwards. */
export function SignInForm(props: {
  t: Translate
  csrfToken: string
  next: string
  isWrong: boolean
}) {
  const { t } = props
  return (
    <form method="post" action="/api/auth/callback/credentials" className={styles.form} noValidate>
      <HiddenFields values={{ csrfToken: props.csrfToken, callbackUrl: props.next }} />
      <TextField
        id="email"
        label={t('label.email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        invalid={props.isWrong}
        required
      />
      <TextField
        id="password"
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        invalid={props.isWrong}
        required
      />
      <Button type="submit">{t('signIn.title')}</Button>
    </form>
  )
}
