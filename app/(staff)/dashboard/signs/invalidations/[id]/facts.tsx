import type { Act, ListedInvalidation } from '@/db/invalidations/reading'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { stateOf } from '../state'
import styles from './facts.module.css'

/** Who did what, when and why. */
export function Facts({ invalidation, t }: { invalidation: ListedInvalidation; t: Translate }) {
  const { reason, sign, proposed, decision, restored } = invalidation
  const act = ({ name, at }: Act) => `${name}, ${formatMoment(at)}`
  const facts: [string, string][] = [
    [t('label.state'), t(`invalidation.state.${stateOf(invalidation)}`)],
    [t('label.sign'), sign ? t(`signs.kind.${sign}.title`) : t('invalidation.facts.noSign')],
    [t('label.reason'), reason],
    [t('invalidation.facts.proposed'), act(proposed)],
  ]
  if (decision) facts.push([t('invalidation.facts.decided'), act(decision)])
  if (restored) {
    facts.push([t('invalidation.facts.restored'), act(restored)])
    facts.push([t('invalidation.facts.restoreReason'), restored.reason])
  }
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
