import type { ReactNode } from 'react'
import box from '@/components/ui/box.module.css'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { PageFrame } from '@/components/ui/page-frame'
import { type Locale, locales } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import { ActionForm } from './action-form'
import { type FrameLink, FrameLinks } from './frame-links'
import styles from './staff-frame.module.css'
import { UnreachedNotice } from './unreached-notice'

type Props = Readonly<{
  t: Translate
  name: string
  languageHref: (locale: Locale) => string
  /** The person's pages, where there are several. */
  links?: readonly FrameLink[]
  /** The look of what is under one another in the page, where it is not the usual one. */
  className?: string | undefined
  children: ReactNode
}>

/** The frame of every page behind the sign-in: the person's pages, who is signed in, the way out. */
export function StaffFrame(props: Props) {
  const { t } = props
  return (
    <PageFrame
      name={t('app.name')}
      homeHref="/dashboard"
      skipLabel={t('app.skip')}
      width="wide"
      tools={<Menu {...props} />}
    >
      <div className={props.className ?? box.apart}>{props.children}</div>
      <UnreachedNotice text={t('staff.unreached')} />
    </PageFrame>
  )
}

/**
 * Laid out in the bar where there is room; on a narrow screen a popover, which the browser itself opens and closes.
 * One that does not know popovers lays it out there too.
 */
function Menu({ t, name, languageHref, links = [] }: Props) {
  const part = links.find(({ below }) => below)
  return (
    <>
      <button type="button" className={styles.open} popoverTarget="menu">
        <span className={styles.lines} aria-hidden="true" />
        {t('staff.menu')}
      </button>
      <div id="menu" popover="auto" className={styles.menu}>
        {links.length > 0 && <FrameLinks label={t('staff.nav')} links={links} />}
        {part?.below && <FrameLinks label={part.label} links={part.below} isPart />}
        <div className={styles.tools}>
          <LanguageSwitch
            label={t('language.label')}
            current={t.locale}
            offered={locales}
            hrefFor={languageHref}
          />
          <a className={styles.person} href="/dashboard/account">
            {t('staff.signedInAs', { name })}
          </a>
          <ActionForm action="/sign-out" label={t('staff.signOut')} />
        </div>
      </div>
    </>
  )
}
