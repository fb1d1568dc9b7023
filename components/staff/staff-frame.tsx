import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { PageFrame } from '@/components/ui/page-frame'
import { type Locale, locales } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './staff-frame.module.css'

/** The frame of every page behind the sign-in: who is signed in, the language, the way out. */
export function StaffFrame(props: {
  locale: Locale
  name: string
  languageHref: (locale: Locale) => string
  children: ReactNode
}) {
  const { locale, name } = props
  const t = translator(locale)
  return (
    <PageFrame
      name={t('app.name')}
      homeHref="/dashboard"
      skipLabel={t('staff.skip')}
      width="wide"
      tools={
        <div className={styles.tools}>
          <LanguageSwitch
            label={t('language.label')}
            current={locale}
            offered={locales}
            hrefFor={props.languageHref}
          />
          <span className={styles.person}>{t('staff.signedInAs', { name })}</span>
          <form method="post" action="/sign-out">
            <Button type="submit" look="quiet">
              {t('staff.signOut')}
            </Button>
          </form>
        </div>
      }
    >
      {props.children}
    </PageFrame>
  )
}
