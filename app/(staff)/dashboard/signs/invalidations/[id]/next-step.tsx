import { Button } from '@/components/ui/button'
import { maySettle } from '@/domain/invalidation'
import { formatCount } from '@/domain/number-format'
import { ReasonField } from '../../reason-field'
import { Decide, Waits, Withdraw } from './decisions'
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
