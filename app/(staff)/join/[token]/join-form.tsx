import { shortestPassword } from '@/auth/password-rules'
import { PasswordField } from '@/components/staff/password-field'
import { Button } from '@/components/ui/button'
import type { LinkState } from '@/db/accounts/password-links'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './page.module.css'

/** The password that the person wants. */
export function JoinForm({
  locale,
  link,
  path,
}: {
  locale: Locale
  link: LinkState
  path: string
}) {
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
