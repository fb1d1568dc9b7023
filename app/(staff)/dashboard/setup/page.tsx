import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { PageList } from '@/components/staff/page-list'
import { StaffFrame } from '@/components/staff/staff-frame'
import { unitsFor } from '@/domain/access'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'
import { inLanguage } from '../../address'
import { setupEntries, setupPath, staffLinks } from '../../links'
import styles from './page.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('setup.title') }
}

/** Where an administrator finds everything that is set up. */
export default async function SetupPage() {
  const scope = await requireStaff()
  if (unitsFor(scope, 'administration').size === 0) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(setupPath, one)}
      links={staffLinks(scope, locale, setupPath)}
    >
      <div className={styles.page}>
        <div className={styles.head}>
          <h1>{t('setup.title')}</h1>
          <p>{t('setup.intro')}</p>
        </div>
        <PageList entries={setupEntries(locale)} />
      </div>
    </StaffFrame>
  )
}
