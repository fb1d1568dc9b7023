import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { DeviceList } from '@/components/staff/device-list'
import { StaffFrame } from '@/components/staff/staff-frame'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { listDevices } from '@/db/device-list'
import { getSilenceHours } from '@/db/device-silence'
import { unitsFor } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { fill } from '@/lib/words'
import { inLanguage } from '../../address'
import { staffLinks } from '../../links'
import { DeviceForms } from './device-forms'
import { MadeCode } from './made-code'
import styles from './page.module.css'
import { withTitles } from './titles'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const path = '/dashboard/devices'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('devices.title') }
}

export default async function DevicesPage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (unitsFor(scope, 'administration').size === 0) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const now = Date.now()
  const [devices, hours, params] = await Promise.all([
    withTitles(await listDevices(scope), locale),
    getSilenceHours(),
    searchParams,
  ])
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, path)}
    >
      <div className={styles.page}>
        <Outcome params={params} locale={locale} />
        <div className={styles.head}>
          <h1>{t('devices.title')}</h1>
          <p>{t('devices.intro')}</p>
        </div>
        <MadeCode scope={scope} locale={locale} now={now} reloadHref={path} />
        <DeviceList locale={locale} devices={devices} hours={hours} now={now} />
        <DeviceForms scope={scope} locale={locale} hours={hours} now={now} />
      </div>
    </StaffFrame>
  )
}

/** What the form that led here has done, or what was wrong with it. */
function Outcome({ params, locale }: { params: Awaited<Props['searchParams']>; locale: Locale }) {
  const t = translator(locale)
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : '')
  const problem = lookUp(messagesFor(locale).problems, one('problem'))
  const done = lookUp(messagesFor(locale).devices.done, one('done'))
  if (problem) {
    const text = fill(problem, { max: one('max'), field: one('field') })
    const href = `#${formFields[one('field')] ?? 'main'}`
    return <ErrorSummary title={t('devices.wrong')} items={[{ href, text }]} />
  }
  return done ? (
    <div role="status">
      <Notice>
        <p>{done}</p>
      </Notice>
    </div>
  ) : null
}

/** Where a problem's field is found on the page. */
const formFields: Readonly<Record<string, string>> = {
  desk: 'desk',
  surveys: 'surveys',
  name: 'name',
  unit: 'unit',
  code: 'code',
  label: 'label',
  hours: 'hours',
}
