import type { ReactNode } from 'react'
import { StaffFrame } from '@/components/staff/staff-frame'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { inLanguage, requestPath } from '../../address'
import { setupPath, staffLinks } from '../../links'
import styles from './page.module.css'

/** The frame of the administration's first page and of the set-up that begins there. */
export async function SetupFrame(props: { scope: Scope; locale: Locale; children: ReactNode }) {
  const { scope, locale, children } = props
  const here = await requestPath()
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(here, one)}
      links={staffLinks(scope, locale, setupPath)}
    >
      <div className={styles.page}>{children}</div>
    </StaffFrame>
  )
}
