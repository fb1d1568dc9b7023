import { Region } from '@/components/ui/region'
import type { MonthCover } from '@/domain/dossier/coverage'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-matrix.module.css'

export type MatrixRow = Readonly<{
  code: string
  name: string
  href: string
  months: readonly MonthCover[]
}>

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Which months of a year each unit has statistics for: every cell says so in words. */
export function DossierMatrix(props: {
  t: Translate
  label: string
  year: number
  rows: readonly MatrixRow[]
}) {
  const { t, label, year, rows } = props
  return (
    <Region label={label}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {t('label.unit')}
            </th>
            {months.map((n) => (
              <th key={n} scope="col">
                <abbr title={t('dossiers.matrix.monthName', { n, year })}>
                  {t('dossiers.matrix.monthShort', { n })}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row" className={styles.name}>
                <a href={row.href}>{row.name}</a>
              </th>
              {row.months.map((cover) => (
                <td key={cover.month} className={styles[cover.state]}>
                  {wordsOf(cover, t)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  )
}

function wordsOf({ state, together, fields }: MonthCover, t: Translate): string {
  if (state !== 'full') return t(`dossiers.matrix.${state}`)
  const some = fields > 0 ? [t('dossiers.matrix.fields', { n: formatCount(fields, t.locale) })] : []
  return [...(together ? [t('dossiers.matrix.all')] : []), ...some].join(' + ')
}
