import box from '@/components/ui/box.module.css'
import { formatDay } from '@/domain/period'
import { childrenOf, subtreeOf, type Unit, type UnitTree } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { list, unitHref } from './addresses'
import styles from './page.module.css'

type Props = Readonly<{ units: readonly Unit[]; tree: UnitTree; t: Translate }>

/** Units, each with those under it down to `depth` levels; deeper ones are a link away. */
export function UnitRows({ units, depth, ...rest }: Props & Readonly<{ depth: number }>) {
  const { tree, t } = rest
  return (
    <ul className={`${box.touches} ${styles.tree}`}>
      {units.map((unit) => {
        const below = childrenOf(tree, unit.id)
        const n = subtreeOf(tree, unit.id).length - 1
        return (
          <li key={unit.id}>
            <UnitLine unit={unit} {...rest} />
            {below.length > 0 && depth > 0 && (
              <UnitRows units={below} depth={depth - 1} {...rest} />
            )}
            {below.length > 0 && depth === 0 && (
              <a
                href={`${list}?${new URLSearchParams({ under: unit.code })}`}
                aria-label={t('offices.belowNamed', { n, name: unit.name })}
              >
                {t('offices.below', { n })}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A unit with its code, level, days and what became of it. */
export function UnitLine(
  props: Readonly<{ unit: Unit; tree: UnitTree; t: Translate; path?: string }>,
) {
  const { unit, tree, t, path } = props
  const facts = [t(`offices.level.${unit.level}`), ...daysOf(unit, tree, t)]
  return (
    <span className={box.line}>
      <a href={unitHref(unit.code)}>{unit.name}</a>
      <span className={box.soft}>
        <span translate="no">{unit.code}</span> · {facts.join(' · ')}
        {path && ` · ${path}`}
      </span>
    </span>
  )
}

/** `from …`, `until …` and what is there now, where they are known. */
export function daysOf(unit: Unit, tree: UnitTree, t: Translate): string[] {
  const { validFrom, validTo, successorId } = unit
  const successor = successorId === null ? undefined : tree.byId.get(successorId)
  return [
    ...(validFrom ? [t('offices.valid.from', { day: formatDay(validFrom) })] : []),
    ...(validTo ? [t('offices.valid.to', { day: formatDay(validTo) })] : []),
    ...(successor ? [t('offices.valid.successor', { name: successor.name })] : []),
  ]
}
