import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import { ancestorsOf, plantTree, type Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { list } from './addresses'
import styles from './page.module.css'
import { UnitLine } from './unit-rows'
import { mostAtOnce, type PartProps } from './unit-tree'

/** Name and code as searches compare them: without diacritics, đ as d. */
export function Matches({ units, params, locale }: PartProps) {
  const t = translator(locale)
  const text = params.get('q') ?? ''
  const asked = foldText(text)
  const tree = plantTree(units)
  const found = units.filter(({ code, name }) => foldText(`${name} ${code}`).includes(asked))
  const pathOf = ({ id }: Unit) =>
    ancestorsOf(tree, id)
      .toReversed()
      .map(({ name }) => name)
      .join(' › ')
  return (
    <section className={styles.part} aria-label={t('offices.tree')}>
      <p role="status">
        {found.length > 0
          ? t('offices.found', { n: formatCount(found.length, locale) })
          : t('offices.foundNone', { text })}{' '}
        <a href={list}>{t('offices.all')}</a>
      </p>
      {found.length > 0 && (
        <ul className={styles.tree}>
          {found.slice(0, mostAtOnce).map((unit) => (
            <li key={unit.id}>
              <UnitLine unit={unit} tree={tree} locale={locale} path={pathOf(unit)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
