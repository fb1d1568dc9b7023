import type { ReactNode } from 'react'
import { DoneNotice } from '@/components/staff/done-notice'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor } from '@/lib/i18n'
import { StaffPage } from '../../staff-page'
import styles from './page.module.css'

export const dossiersPath = '/dashboard/dossiers'

/** The frame of the pages of dossier statistics. */
export async function DossierFrame(props: { scope: Scope; locale: Locale; children: ReactNode }) {
  const { scope, locale } = props
  return (
    <StaffPage scope={scope} locale={locale} current={dossiersPath} className={styles.page}>
      {props.children}
    </StaffPage>
  )
}

/** What the form that led here has done. */
export function Done({ code, locale }: { code: string; locale: Locale }) {
  return <DoneNotice text={lookUp(messagesFor(locale).dossiers.done, code)} />
}
