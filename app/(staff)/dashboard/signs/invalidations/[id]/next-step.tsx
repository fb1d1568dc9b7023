import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { countDeciders } from '@/db/invalidations/list'
import { maySettle } from '@/domain/invalidation'
import { formatCount } from '@/domain/number-format'
import { ReasonField } from '../../reason-field'
import { type Props, Step } from './step'

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

function Restore({ invalidation, t }: Props) {
  return (
    <Step
      title={t('invalidation.restore.title')}
      note={t('invalidation.restore.note', { n: formatCount(invalidation.size, t.locale) })}
      action={`/dashboard/signs/invalidations/${invalidation.id}/restore`}
    >
      <ReasonField label={t('invalidation.facts.restoreReason')} />
      <Button type="submit" look="quiet">
        {t('invalidation.restore.submit')}
      </Button>
    </Step>
  )
}

/** Confirms or rejects what somebody else has proposed. */
function Decide({ invalidation, t }: Props) {
  return (
    <Step
      title={t('invalidation.decide.title')}
      note={t('invalidation.decide.note', { n: formatCount(invalidation.size, t.locale) })}
      action={`/dashboard/signs/invalidations/${invalidation.id}/decide`}
    >
      <div className={box.row}>
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

/** Takes one's own proposal back. */
function Withdraw(props: Props) {
  const { invalidation, t } = props
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

/** Who else has to decide. */
async function Waits({ invalidation, t }: Props) {
  const n = await countDeciders(invalidation)
  if (n > 0) return <p>{t('invalidation.waits', { n })}</p>
  return (
    <Notice tone="caution" title={t('invalidation.nobody.title')}>
      {t('invalidation.nobody.text')}
    </Notice>
  )
}
