import { QrCode } from '@/components/staff/qr-code'
import type { UnitLink } from '@/db/units/links'
import { locales, type Text } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n'
import styles from './page.module.css'

/** For everybody who comes by: in all three languages, whatever the official reads. */
export function Poster({ unit, link, title }: { unit: Unit; link: UnitLink; title: Text }) {
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
