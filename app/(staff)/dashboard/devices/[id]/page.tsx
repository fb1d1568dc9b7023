import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { requireStaff } from '@/auth/session'
import { DeviceFacts } from '@/components/staff/device-facts'
import { FormCard } from '@/components/staff/form-card'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getDevice } from '@/db/devices/list'
import { getSilenceHours } from '@/db/devices/silence'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { withTitles } from '../titles'

const list = '/dashboard/devices'

export const generateMetadata = titled('devices.one.title')

/** One device, and the question whether it is to be revoked. */
export default async function DevicePage({ params }: PageProps<'/dashboard/devices/[id]'>) {
  const scope = await requireStaff()
  const { id } = await params
  const found = await getDevice(scope, Number(id))
  if (!found) notFound()
  const t = await requestWords()
  const [device = notFound()] = await withTitles([found], t.locale)
  const path = `${list}/${id}`
  return (
    <StaffPage scope={scope} t={t} current={list} address={path}>
      <PageHead
        title={device.name}
        intro={`${device.unit} · ${device.desk} · ${t('devices.list.number', { id })}`}
      />
      <DeviceFacts t={t} device={device} hours={await getSilenceHours()} now={Date.now()} />
      {device.revokedAt === null ? (
        <FormCard
          title={t('devices.revoke.title')}
          note={t('devices.revoke.note')}
          action={`${path}/revoke`}
        >
          <div className={box.row}>
            <Button type="submit">{t('devices.revoke.submit')}</Button>
            <ButtonLink look="quiet" href={list}>
              {t('devices.revoke.cancel')}
            </ButtonLink>
          </div>
        </FormCard>
      ) : (
        <Notice tone="caution" title={t('devices.state.revoked')}>
          <p>{t('devices.revoke.again')}</p>
          <p>
            <a href={list}>{t('devices.revoke.back')}</a>
          </p>
        </Notice>
      )}
    </StaffPage>
  )
}
