import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { list } from './addresses'

/** The ways to older and newer closings. */
export function Pages(props: {
  unit: Unit | undefined
  isFirst: boolean
  next: number | null
  t: Translate
}) {
  const { unit, isFirst, next, t } = props
  const href = (before?: number) => {
    const query = new URLSearchParams({
      ...(unit ? { unit: unit.code } : {}),
      ...(before ? { before: String(before) } : {}),
    })
    return `${list}?${query}`
  }
  if (isFirst && next === null) return null
  return (
    <div className={box.row}>
      {!isFirst && (
        <ButtonLink look="quiet" href={href()}>
          {t('closings.newest')}
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink look="quiet" href={href(next)}>
          {t('closings.older')}
        </ButtonLink>
      )}
    </div>
  )
}
