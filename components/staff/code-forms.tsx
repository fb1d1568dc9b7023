import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n'
import { CodeField } from './code-field'
import { HiddenFields } from './hidden-fields'
import styles from './sign-in-form.module.css'
import { TextField } from './text-field'

type Props = Readonly<{ t: Translate; csrfToken: string; next: string; isWrong: boolean }>

/** The code of the app, and folded away the one on paper; posts straight to next-auth, without any script. */
export function CodeForms(props: Props) {
  const { t } = props
  return (
    <>
      <CodeForm {...props}>
        <CodeField id="code" t={t} invalid={props.isWrong} />
        <Button type="submit">{t('button.next')}</Button>
      </CodeForm>
      <details>
        <summary>{t('signIn.code.lost')}</summary>
        <CodeForm {...props}>
          <p>{t('signIn.code.recoveryNote')}</p>
          <TextField
            id="recovery"
            label={t('signIn.code.recovery')}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            required
          />
          <Button type="submit" look="quiet">
            {t('signIn.code.recoverySubmit')}
          </Button>
        </CodeForm>
      </details>
    </>
  )
}

function CodeForm(props: Props & { children: ReactNode }) {
  return (
    <form method="post" action="/api/auth/callback/code" className={styles.form} noValidate>
      <HiddenFields values={{ csrfToken: props.csrfToken, callbackUrl: props.next }} />
      {props.children}
    </form>
  )
}
