import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { countDeciders } from '@/db/invalidations/list'
import { formatCount } from '@/domain/number-format'
import { type Props, Step } from './step'

/** Confirms or rejects what somebody else has proposed. */
export function Decide({ invalidation, t }: Props) {
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
export function Withdraw(props: Props) {
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
export async function Waits({ invalidation, t }: Props) {
  const n = await countDeciders(invalidation)
  if (n > 0) return <p>{t('invalidation.waits', { n })}</p>
  return (
    <Notice tone="caution" title={t('invalidation.nobody.title')}>
      {t('invalidation.nobody.text')}
    </Notice>
  )
}
