import { planUnits } from '@/db/units/import'
import type { Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import type { UnitLine } from '@/domain/unit-file'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import type { KeptFile } from '../../list-file'
import { ListPreview } from '../../list-preview'
import styles from '../../units/page.module.css'
import { unitList } from './unit-list'

const mostShown = 100

type Props = Readonly<{ scope: Scope; draft: string; kept: KeptFile<UnitLine> }>

/** The units that storing the list would add. */
export async function Preview({ scope, draft, kept }: Props) {
  const locale = await requestLocale()
  const t = translator(locale)
  const plan = await planUnits(scope, kept.lines)
  const more = plan.added.length - mostShown
  return (
    <ListPreview of="offices" page={unitList.page} {...{ draft, kept, plan, locale }}>
      <AddedUnits units={plan.added.slice(0, mostShown)} locale={locale} />
      {more > 0 && <p>{t('offices.import.more', { n: formatCount(more, locale) })}</p>}
    </ListPreview>
  )
}

function AddedUnits({ units, locale }: { units: readonly UnitLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className={styles.tree}>
      {units.map(({ row, code, name, level, parentCode }) => (
        <li key={row} className={styles.line}>
          <strong>{name}</strong>
          <span className={styles.soft}>
            <span translate="no">{code}</span> · {t(`offices.level.${level}`)}
            {parentCode && ` · ${t('offices.import.under', { code: parentCode })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
