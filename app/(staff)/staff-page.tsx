import type { ReactNode } from 'react'
import { requestPath } from '@/auth/session'
import { StaffFrame } from '@/components/staff/staff-frame'
import type { Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { inLanguage } from './address'
import { staffLinks } from './links'

type Props = Readonly<{
  scope: Scope
  t: Translate
  /** Where this page stands in the person's menu; null for one's own account. */
  current: string | null
  /** What the person has chosen, taken along to pages that read it. */
  filter?: URLSearchParams | undefined
  /** The page that opens in another language; without one, what was asked for. */
  address?: string
  className?: string | undefined
  children: ReactNode
}>

/** A page behind the sign-in, with the menu of whoever has it open. */
export async function StaffPage(props: Props) {
  const { scope, t, current, filter, className, children } = props
  const address = props.address ?? (await requestPath())
  return (
    <StaffFrame
      t={t}
      name={scope.name}
      languageHref={(one) => inLanguage(address, one)}
      links={staffLinks(scope, t, current, filter)}
      className={className}
    >
      {children}
    </StaffFrame>
  )
}
