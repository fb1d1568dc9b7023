import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { QrCode } from '@/components/staff/qr-code'
import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { listSurveys } from '@/db/surveys/surveys'
import { getManagedUnit } from '@/db/units/changes'
import { listUnitLinks, type UnitLink } from '@/db/units/links'
import { locales, type Text } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../../../../staff-page'
import { stepHref } from '../../../../../setup/steps'
import { list, unitHref } from '../../../../addresses'
import styles from './page.module.css'

type Props = PageProps<'/dashboard/units/[code]/links/[door]/poster'>

export const generateMetadata = titled('offices.poster.title')

/** A link as a poster with its QR code, for A4 and A5. */
export default async function PosterPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const asked = await params
  const [unitCode, code] = [decodeURIComponent(asked.code), decodeURIComponent(asked.door)]
  const unit = await getManagedUnit(scope, unitCode)
  const link = (await listUnitLinks(scope, unitCode, Date.now())).find((one) => one.code === code)
  const survey = (await listSurveys()).find((one) => one.code === link?.surveyCode)
  if (!unit || !link || !survey) notFound()
  const isSettingUp = (await searchParams).setup !== undefined
  const t = await requestWords()
  return (
    <StaffPage scope={scope} t={t} current={list}>
      <div className={`${box.screen} ${styles.around}`}>
        <PageHead
          back={
            isSettingUp
              ? { href: stepHref('collect', unitCode), label: t('setup.guide.return') }
              : { href: unitHref(unitCode), label: t('offices.one.toUnit') }
          }
          title={t('offices.poster.title')}
          intro={t('offices.poster.note')}
        />
        {!link.isOpen && <Notice tone="caution">{t('offices.poster.closed')}</Notice>}
        {new URL(env().origin).hostname === 'localhost' && (
          <Notice tone="caution">{t('offices.poster.local')}</Notice>
        )}
        <PrintButton label={t('offices.poster.print')} />
      </div>
      <Poster unit={unit} link={link} title={survey.title} />
    </StaffPage>
  )
}

/** For everybody who comes by: in all three languages, whatever the official reads. */
function Poster({ unit, link, title }: { unit: Unit; link: UnitLink; title: Text }) {
  const address = `${env().origin}/s/${link.code}`
  const spoken = locales.filter((one) => title[one] !== undefined)
  return (
    <article className={styles.poster} lang="vi">
      <p className={styles.place}>
        {unit.name}
        {link.desk && <strong>{link.desk.label}</strong>}
      </p>
      <div className={styles.titles}>
        {spoken.map((one) => (
          <div key={one} lang={one}>
            <h2>{title[one]}</h2>
            <p>{translator(one)('offices.poster.scan')}</p>
          </div>
        ))}
      </div>
      <QrCode
        className={styles.code}
        text={address}
        label={translator('vi')('offices.poster.image', { address })}
      />
      <p className={styles.address} translate="no">
        {address}
      </p>
      <div className={styles.foot}>
        {spoken.map((one) => (
          <p key={one} lang={one}>
            {translator(one)('citizen.foot')}
          </p>
        ))}
      </div>
    </article>
  )
}
