import type { Sign } from '@/domain/sign/sign'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import styles from './page.module.css'
import { signSentence, sourceName } from './sign-words'

/** One sign, and the way to its responses. */
export function SignItem(props: {
  sign: Sign
  units: ReadonlyMap<number, Unit>
  query: URLSearchParams
  locale: Locale
}) {
  const { sign, locale } = props
  const t = translator(locale)
  const isOfResponses = sign.kind !== 'channels'
  const unit = props.units.get(isOfResponses ? sign.source.unitId : sign.unitId)?.name ?? ''
  const where = isOfResponses ? `${sourceName(sign.source, locale)} · ${unit}` : unit
  const query = new URLSearchParams(props.query)
  query.set('sign', sign.key)
  return (
    <li>
      <h3>{where}</h3>
      <p>{signSentence(sign, locale)}</p>
      {isOfResponses && (
        <a
          className={styles.action}
          href={`/dashboard/signs/responses?${query}`}
          aria-label={t('signs.lookNamed', { what: where })}
        >
          {t('signs.look')}
        </a>
      )}
    </li>
  )
}
