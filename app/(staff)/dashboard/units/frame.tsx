import type { ReactNode } from 'react'
import { StaffFrame } from '@/components/staff/staff-frame'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { inLanguage, requestPath } from '../../address'
import { staffLinks } from '../../links'
import { list } from './addresses'
import styles from './page.module.css'

/** The frame of every page of the offices. */
export async function UnitFrame(props: { scope: Scope; locale: Locale; children: ReactNode }) {
  const { scope, locale, children } = props
  const here = await requestPath()
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(here, one)}
      links={staffLinks(scope, locale, list)}
    >
      <div className={styles.page}>{children}</div>
    </StaffFrame>
  )
}
