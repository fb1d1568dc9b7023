import { titled } from '@/app/page-title'
import { requireRight } from '@/auth/session'
import { DeviceList } from '@/components/staff/device-list'
import { PageHead } from '@/components/staff/page-head'
import { listDevices } from '@/db/devices/list'
import { getSilenceHours } from '@/db/devices/silence'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'
import { DeviceForms } from './device-forms'
import { MadeCode } from './made-code'
import { withTitles } from './titles'

const path = '/dashboard/devices'

export const generateMetadata = titled('devices.title')

export default async function DevicesPage({ searchParams }: PageProps<'/dashboard/devices'>) {
  const scope = await requireRight('administration')
  const t = await requestWords()
  const now = Date.now()
  const [devices, hours, params] = await Promise.all([
    withTitles(await listDevices(scope), t.locale),
    getSilenceHours(),
    searchParams,
  ])
  return (
    <StaffPage scope={scope} t={t} current={path} address={path}>
      <Outcome params={params} t={t} of="devices" anchorOf={anchorOf} />
      <PageHead title={t('devices.title')} intro={t('devices.intro')} />
      <MadeCode scope={scope} t={t} now={now} reloadHref={path} />
      <DeviceList t={t} devices={devices} hours={hours} now={now} />
      <DeviceForms scope={scope} t={t} hours={hours} now={now} />
    </StaffPage>
  )
}

/** The fields of this page's forms; what concerns none of them is said of the page. */
const fields = ['desk', 'surveys', 'name', 'unit', 'code', 'label', 'hours']

const anchorOf = (field: string) => (fields.includes(field) ? field : 'main')
