import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { PageFrame } from '@/components/ui/page-frame'
import { type Locale, locales } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './staff-frame.module.css'

export type FrameLink = Readonly<{ href: string; label: string; isCurrent: boolean }>

/** The frame of every page behind the sign-in: who is signed in, the language, the way out. */
export function StaffFrame(props: {
  locale: Locale
  name: string
  languageHref: (locale: Locale) => string
  /** The person's pages, where there are several. */
  links?: readonly FrameLink[]
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
      below={<FrameLinks label={t('staff.nav')} links={props.links ?? []} />}
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

function FrameLinks({ label, links }: { label: string; links: readonly FrameLink[] }) {
  if (links.length === 0) return null
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} {...(link.isCurrent ? { 'aria-current': 'page' as const } : {})}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
