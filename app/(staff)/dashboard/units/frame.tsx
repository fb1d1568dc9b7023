import type { ReactNode } from 'react'
import { StaffFrame } from '@/components/staff/staff-frame'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { inLanguage, requestPath } from '../../address'
import { staffLinks } from '../../links'
import { list } from './addresses'
import styles from './page.module.css'

/** The frame of every page of the offices, and of what is kept beside them under an address of its own. */
export async function UnitFrame(props: {
  scope: Scope
  locale: Locale
  /** The page of the menu to which this one belongs. */
  current?: string
  children: ReactNode
}) {
  const { scope, locale, current = list, children } = props
  const here = await requestPath()
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(here, one)}
      links={staffLinks(scope, locale, current)}
    >
      <div className={styles.page}>{children}</div>
    </StaffFrame>
  )
}
