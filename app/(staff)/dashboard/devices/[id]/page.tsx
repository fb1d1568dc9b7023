import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { DeviceFacts } from '@/components/staff/device-facts'
import { FormCard } from '@/components/staff/form-card'
import { StaffFrame } from '@/components/staff/staff-frame'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getDevice } from '@/db/device-list'
import { getSilenceHours } from '@/db/device-silence'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'
import { inLanguage } from '../../../address'
import { staffLinks } from '../../../links'
import styles from '../page.module.css'
import { withTitles } from '../titles'

type Props = { params: Promise<{ id: string }> }

const list = '/dashboard/devices'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('devices.one.title') }
}

/** One device, and the question whether it is to be revoked. */
export default async function DevicePage({ params }: Props) {
  const scope = await requireStaff()
  const { id } = await params
  const found = await getDevice(scope, Number(id))
  if (!found) notFound()
  const locale = await requestLocale()
  const [device = notFound()] = await withTitles([found], locale)
  const t = translator(locale)
  const path = `${list}/${id}`
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, list)}
    >
      <div className={styles.page}>
        <div className={styles.head}>
          <h1>{device.name}</h1>
          <p>{`${device.unit} · ${device.desk} · ${t('devices.list.number', { id })}`}</p>
        </div>
        <DeviceFacts
          locale={locale}
          device={device}
          hours={await getSilenceHours()}
          now={Date.now()}
        />
        {device.revokedAt === null ? (
          <FormCard
            title={t('devices.revoke.title')}
            note={t('devices.revoke.note')}
            action={`${path}/revoke`}
          >
            <div className={styles.actions}>
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
      </div>
    </StaffFrame>
  )
}
