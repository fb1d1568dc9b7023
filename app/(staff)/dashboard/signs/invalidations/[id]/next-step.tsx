import type { ReactNode } from 'react'
import { Section } from '@/components/report/section'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { countDeciders } from '@/db/invalidation-deciders'
import type { ListedInvalidation } from '@/db/invalidation-reading'
import type { Scope } from '@/domain/access'
import { maySettle } from '@/domain/invalidation'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from '../../page.module.css'
import { ReasonField } from '../../reason-field'

type Props = Readonly<{ scope: Scope; invalidation: ListedInvalidation; locale: Locale }>

/** What this person may do about it now, or who else has to. */
export function NextStep(props: Props) {
  const { scope, invalidation } = props
  const maySettleHere = maySettle(scope.units, invalidation.unit)
  const isOwn = invalidation.proposed.userId === scope.userId
  if (invalidation.restored) return null
  if (invalidation.decision) {
    const isOut = invalidation.decision.decision === 'confirmed'
    return isOut && maySettleHere ? <Restore {...props} /> : null
  }
  if (isOwn) return <Withdraw {...props} />
  return maySettleHere ? <Decide {...props} /> : <Waits {...props} />
}

function Decide({ invalidation, locale }: Props) {
  const t = translator(locale)
  return (
    <Step
      title={t('invalidation.decide.title')}
      note={t('invalidation.decide.note', { n: formatCount(invalidation.size, locale) })}
      action={`/dashboard/signs/invalidations/${invalidation.id}/decide`}
    >
      <div className={styles.buttons}>
        <Button type="submit" name="decision" value="confirmed">
          {t('invalidation.decide.confirmed')}
        </Button>
        <Button type="submit" name="decision" value="declined" look="quiet">
          {t('invalidation.decide.declined')}
        </Button>
      </div>
    </Step>
  )
}

function Withdraw(props: Props) {
  const { invalidation, locale } = props
  const t = translator(locale)
  return (
    <>
      <Waits {...props} />
      <Step
        title={t('invalidation.withdraw.title')}
        note={t('invalidation.withdraw.note')}
        action={`/dashboard/signs/invalidations/${invalidation.id}/decide`}
      >
        <Button type="submit" name="decision" value="withdrawn" look="quiet">
          {t('invalidation.withdraw.submit')}
        </Button>
      </Step>
    </>
  )
}

async function Waits({ invalidation, locale }: Props) {
  const t = translator(locale)
  const n = await countDeciders(invalidation)
  if (n > 0) return <p>{t('invalidation.waits', { n })}</p>
  return (
    <Notice tone="caution" title={t('invalidation.nobody.title')}>
      <p>{t('invalidation.nobody.text')}</p>
    </Notice>
  )
}

function Restore({ invalidation, locale }: Props) {
  const t = translator(locale)
  return (
    <Step
      title={t('invalidation.restore.title')}
      note={t('invalidation.restore.note', { n: formatCount(invalidation.size, locale) })}
      action={`/dashboard/signs/invalidations/${invalidation.id}/restore`}
    >
      <ReasonField label={t('invalidation.facts.restoreReason')} />
      <Button type="submit" look="quiet">
        {t('invalidation.restore.submit')}
      </Button>
    </Step>
  )
}

function Step(props: { title: string; note: string; action: string; children: ReactNode }) {
  return (
    <form method="post" action={props.action} className={styles.form} id="step" tabIndex={-1}>
      <Section title={props.title} note={props.note}>
        {props.children}
      </Section>
    </form>
  )
}
