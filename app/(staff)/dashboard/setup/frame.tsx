import type { ReactNode } from 'react'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { StaffPage } from '../../staff-page'
import { setupPath } from '../../staff-pages'

/** The frame of the administration's first page and of the set-up that begins there. */
export async function SetupFrame(props: { scope: Scope; locale: Locale; children: ReactNode }) {
  const { scope, locale, children } = props
  return (
    <StaffPage scope={scope} locale={locale} current={setupPath}>
      {children}
    </StaffPage>
  )
}
