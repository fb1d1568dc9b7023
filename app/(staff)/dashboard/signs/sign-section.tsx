import { Section } from '@/components/report/section'
import box from '@/components/ui/box.module.css'
import type { Sign, SignKind } from '@/domain/sign/sign'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import styles from './page.module.css'
import { howSentence, signSentence, sourceName } from './sign-words'

/** So many of a kind; a page with more is about the whole office, and a shorter period tells more. */
const mostListed = 50

/** The signs of one kind, how they are found, and what may be behind them without anybody's doing. */
export function SignSection(props: {
  kind: SignKind
  signs: readonly Sign[]
  units: ReadonlyMap<number, Unit>
  /** The view as a query, for the way to the responses. */
  query: URLSearchParams
  t: Translate
}) {
  const { kind, signs, t } = props
  const left = signs.length - mostListed
  return (
    <Section title={t(`signs.kind.${kind}.title`)}>
      {signs.length === 0 && <p className={box.hint}>{t('signs.none')}</p>}
      {signs.length > 0 && (
        <>
          <p>{t('signs.innocent', { text: t(`signs.kind.${kind}.innocent`) })}</p>
          <ul className={styles.signs}>
            {signs.slice(0, mostListed).map((sign) => (
              <SignItem key={sign.key} {...props} sign={sign} />
            ))}
          </ul>
        </>
      )}
      {left > 0 && <p className={box.hint}>{t('signs.more', { n: left })}</p>}
      <details className={styles.how}>
        <summary>{t('signs.how')}</summary>
        <p>{howSentence(kind, t)}</p>
      </details>
    </Section>
  )
}

/** One sign, and the way to its responses. */
function SignItem(props: {
  sign: Sign
  units: ReadonlyMap<number, Unit>
  query: URLSearchParams
  t: Translate
}) {
  const { sign, t } = props
  const isOfResponses = sign.kind !== 'channels'
  const unit = props.units.get(isOfResponses ? sign.source.unitId : sign.unitId)?.name ?? ''
  const where = isOfResponses ? `${sourceName(sign.source, t)} · ${unit}` : unit
  const query = new URLSearchParams(props.query)
  query.set('sign', sign.key)
  return (
    <li>
      <h3>{where}</h3>
      <p>{signSentence(sign, t)}</p>
      {isOfResponses && (
        <a
          className={box.touch}
          href={`/dashboard/signs/responses?${query}`}
          aria-label={t('signs.lookNamed', { what: where })}
        >
          {t('signs.look')}
        </a>
      )}
    </li>
  )
}
