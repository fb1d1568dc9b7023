import type { ReactNode } from 'react'
import { StaffFrame } from '@/components/staff/staff-frame'
import { Notice } from '@/components/ui/notice'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor } from '@/lib/i18n'
import { inLanguage, requestPath } from '../../address'
import { staffLinks } from '../../links'
import styles from './page.module.css'

export const dossiersPath = '/dashboard/dossiers'

/** The frame of the pages of dossier statistics. */
export async function DossierFrame(props: { scope: Scope; locale: Locale; children: ReactNode }) {
  const { scope, locale } = props
  const path = await requestPath()
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, dossiersPath)}
    >
      <div className={styles.page}>{props.children}</div>
    </StaffFrame>
  )
}

/** What the form that led here has done. */
export function Done({ code, locale }: { code: string; locale: Locale }) {
  const done = lookUp(messagesFor(locale).dossiers.done, code)
  if (!done) return null
  return (
    <div role="status">
      <Notice>
        <p>{done}</p>
      </Notice>
    </div>
  )
}
