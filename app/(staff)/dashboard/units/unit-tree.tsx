import box from '@/components/ui/box.module.css'
import { plantTree, type Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { topUnits } from '../unit-options'
import { list } from './addresses'
import { UnitRows } from './unit-rows'

export type PartProps = Readonly<{
  units: readonly Unit[]
  params: URLSearchParams
  t: Translate
}>

/** More than this are shown one level at a time. */
export const mostAtOnce = 250

/** The units, one under the other; of many, a level at a time. */
export function Tree({ units, params, t }: PartProps) {
  const tree = plantTree(units)
  const under = units.find(({ code }) => code === params.get('under'))
  const depth = units.length > mostAtOnce ? 1 : Number.POSITIVE_INFINITY
  return (
    <section className={box.stack} aria-label={t('offices.tree')}>
      {under && (
        <p>
          <a href={list}>{t('offices.one.back')}</a>
        </p>
      )}
      <UnitRows units={under ? [under] : topUnits(units)} tree={tree} t={t} depth={depth} />
    </section>
  )
}
