import type { ReactNode } from 'react'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { StaffPage } from '../../staff-page'
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
  return (
    <StaffPage scope={scope} locale={locale} current={current} className={styles.page}>
      {children}
    </StaffPage>
  )
}
