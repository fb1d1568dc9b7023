import { Face, levelsBestFirst } from '@/components/ui/face'
import { formatCount, formatRate } from '@/domain/number-format'
import { countOf, type Levels } from '@/domain/rate'
import type { Translate } from '@/lib/i18n'
import styles from './level-table.module.css'

/** All five levels with their words and counts; shares and faces only where a rate may be given. */
export function LevelTable(props: { levels: Levels; t: Translate; withShares: boolean }) {
  const { levels, t, withShares } = props
  const n = countOf(levels)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('figures.page.levels.level')}</th>
          <th scope="col">{t('label.responses')}</th>
          {withShares && <th scope="col">{t('figures.page.levels.share')}</th>}
        </tr>
      </thead>
      <tbody>
        {levelsBestFirst.map((level) => {
          const k = levels[level - 1] ?? 0
          return (
            <tr key={level}>
              <th scope="row">
                <span className={styles.word}>
                  {withShares && <Face level={level} size="small" />}
                  {t(`scale.${level}`)}
                </span>
              </th>
              <td>{formatCount(k, t.locale)}</td>
              {withShares && <td>{formatRate({ k, n }, t.locale)}</td>}
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('label.total')}</th>
          <td>{formatCount(n, t.locale)}</td>
          {withShares && <td>{formatRate({ k: n, n }, t.locale)}</td>}
        </tr>
      </tfoot>
    </table>
  )
}
